// @ts-check
import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Where one running Qucheng keeps what is its own.
 * @typedef {object} Home
 * @property {string} path everything below, except perhaps `fetched`
 * @property {string} data data of Kafka, MongoDB and Valkey
 * @property {string} logs one file per process
 * @property {string} run records of running processes
 * @property {string} fetched downloaded servers; several homes use the same when QUCHENG_FETCHED names it
 */

export const repository = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * @param {string} [path] default: QUCHENG_HOME, else .qucheng in the repository
 * @returns {Home}
 */
export function openHome(path = process.env.QUCHENG_HOME ?? join(repository, '.qucheng')) {
  const absolute = resolve(path);
  const home = {
    path: absolute,
    data: join(absolute, 'data'),
    logs: join(absolute, 'logs'),
    run: join(absolute, 'run'),
    fetched: resolve(process.env.QUCHENG_FETCHED ?? join(absolute, 'fetched')),
  };
  for (const folder of Object.values(home)) mkdirSync(folder, { recursive: true });
  return home;
}

/**
 * A home of its own for a throw-away run, which uses the servers downloaded for `home`.
 * @param {Home} home
 * @param {string} name
 * @returns {Home}
 */
export function openHomeInside(home, name) {
  return { ...openHome(join(home.path, name)), fetched: home.fetched };
}
