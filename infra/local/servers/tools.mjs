// @ts-check
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * @param {string} name
 * @returns {string | undefined} path of an executable on the PATH
 */
export function findOnPath(name) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const candidate = join(folder, name);
    try {
      accessSync(candidate, constants.X_OK);
      return candidate;
    } catch {
      continue;
    }
  }
  return undefined;
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {number} [within] milliseconds; nothing else happens here meanwhile, not even Ctrl-C
 * @returns {string | undefined} what it printed, or undefined when it is missing, fails or takes longer
 */
export function outputOf(command, args, within = 20_000) {
  const result = spawnSync(command, args, {
    encoding: 'utf8',
    env: process.env,
    timeout: within,
    killSignal: 'SIGKILL',
  });
  return result.status === 0 ? `${result.stdout}${result.stderr}`.trim() : undefined;
}

/**
 * One tool fetching and running the servers may need.
 * @typedef {object} Tool
 * @property {string} name
 * @property {string} needed what is asked for, such as "Java 17 or newer"
 * @property {string} install the command that brings it
 * @property {() => string | undefined} found its version when it is there and new enough
 */

/** @type {Record<'node' | 'java' | 'maven' | 'python' | 'pip', Tool>} */
export const tools = {
  node: {
    name: 'node',
    needed: 'Node 20.19 or newer',
    install: 'see https://nodejs.org/en/download',
    found: () => atLeast([20, 19], process.versions.node),
  },
  java: {
    name: 'java',
    needed: 'Java 17 or newer (runs Kafka)',
    install: 'apt-get install openjdk-17-jre-headless',
    found: () => atLeast([17], outputOf('java', ['-version'])?.match(/version "([\d.]+)/)?.[1]),
  },
  maven: {
    name: 'mvn',
    needed: 'Maven (fetches Kafka)',
    install: 'apt-get install maven',
    found: () => outputOf('mvn', ['-v'])?.match(/Apache Maven ([\d.]+)/)?.[1],
  },
  python: {
    name: 'python3',
    needed: 'Python 3.10 or newer (fetches the database servers)',
    install: 'apt-get install python3',
    found: () => atLeast([3, 10], outputOf('python3', ['-V'])?.match(/Python ([\d.]+)/)?.[1]),
  },
  pip: {
    name: 'pip',
    needed: 'pip for Python 3 (fetches the database servers)',
    install: 'apt-get install python3-pip',
    found: () => outputOf('python3', ['-m', 'pip', '--version'])?.match(/pip ([\d.]+)/)?.[1],
  },
};

/**
 * @param {Tool} tool
 * @returns {string} one sentence
 */
export function missing(tool) {
  return `${tool.name} is missing: ${tool.needed} is required; install it with: ${tool.install}`;
}

/**
 * @param {number[]} wanted
 * @param {string | undefined} version
 */
function atLeast(wanted, version) {
  if (version === undefined) return undefined;
  const parts = version.split('.').map(Number);
  for (const [place, number] of wanted.entries()) {
    const part = parts[place] ?? 0;
    if (part !== number) return part > number ? version : undefined;
  }
  return version;
}
