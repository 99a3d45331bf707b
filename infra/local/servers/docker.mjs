// @ts-check
import { outputOf } from './tools.mjs';

/** A daemon on this machine answers at once; one that is far away and gone would be waited for for minutes. */
const ANSWERS_WITHIN = 5_000;

/** @returns {string[]} why Docker cannot be used; none when it can */
export function dockerLacks() {
  const answers = outputOf('docker', ['info', '--format', '{{.ServerVersion}}'], ANSWERS_WITHIN);
  return answers ? [] : ['Docker is missing or its daemon does not answer.'];
}

/**
 * A container that lives and ends with the `docker run` the supervisor keeps, and that keeps its data outside.
 * @param {{ name: string, image: string, port: number, data: string, env?: Record<string, string>, args?: string[] }} what
 * @returns {{ command: string, args: string[] }}
 */
export function dockerRun({ name, image, port, data, env = {}, args = [] }) {
  const variables = Object.entries(env).flatMap(([key, value]) => ['--env', `${key}=${value}`]);
  // The user's own id and the root group: data stays removable without root, and the images allow that group to write.
  const user = ['--user', `${process.getuid?.() ?? 1000}:0`];
  const place = ['--publish', `127.0.0.1:${port}:${port}`, '--volume', `${data}:/data`];
  return {
    command: 'docker',
    args: ['run', '--rm', '--name', `qucheng-${name}-${port}`, ...user, ...place, ...variables, image, ...args],
  };
}
