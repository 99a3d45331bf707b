// @ts-check
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PORTS } from '../ports.mjs';
import { dockerLacks, dockerRun } from './docker.mjs';
import { fetchWheel, programIn, wheelFolder } from './fetch.mjs';
import { answersAsMongo, claimData, initiateReplicaSet } from './mongo-protocol.mjs';
import { HOST } from './server.mjs';
import { findOnPath, missing, outputOf, tools } from './tools.mjs';

/** @typedef {import('../home.mjs').Home} Home */
/** @typedef {import('./server.mjs').Way} Way */
/** @typedef {import('./server.mjs').Recipe} Recipe */

const WHEEL = /** @type {const} */ (['SecantusDB', '0.6.0b17']);
const REPLICA_SET = 'secantus';

/** @type {Way} */
const native = {
  data: 'mongo',
  lacks: (home) =>
    existsSync(nativeProgram(home)) ? [] : ['The native server was not built: npm run infra:native-mongo'],
  prepare: async (home, port) => secantus(home, port, nativeProgram(home), 'native'),
};

/** @type {Way} */
const installed = {
  data: 'mongod',
  lacks: () => (findOnPath('mongod') ? [] : ['mongod is not installed.']),
  prepare: async (home, port) => {
    const data = folderFor(home, 'mongod');
    const version = outputOf('mongod', ['--version'])?.match(/db version v([\d.]+)/)?.[1] ?? '';
    return {
      implementation: `MongoDB ${version} (installed)`,
      command: 'mongod',
      args: ['--dbpath', data, '--bind_ip', HOST, '--port', String(port), '--replSet', REPLICA_SET],
      onceListening: (address) => initiateReplicaSet(address, REPLICA_SET),
    };
  },
};

/** @type {Way} */
const fetched = {
  data: 'mongo',
  lacks: (home) => {
    if (existsSync(wheelFolder(home, ...WHEEL))) return [];
    return [tools.python, tools.pip].filter((tool) => !tool.found()).map(missing);
  },
  prepare: async (home, port) =>
    secantus(home, port, programIn(await fetchWheel(home, ...WHEEL), 'secantusd-rs'), 'wheel'),
};

/** @type {Way} */
const docker = {
  data: 'mongo-docker',
  lacks: dockerLacks,
  prepare: async (home, port) => {
    const data = folderFor(home, 'mongo-docker');
    const args = ['mongod', '--dbpath', '/data', '--bind_ip_all', '--port', String(port), '--replSet', REPLICA_SET];
    return {
      implementation: 'MongoDB 8 (Docker)',
      ...dockerRun({ name: 'mongo', image: 'mongo:8', port, data, args }),
      onceListening: (address) => initiateReplicaSet(address, REPLICA_SET),
    };
  },
};

/** @type {import('./server.mjs').Server} */
export const mongo = {
  name: 'mongo',
  title: 'MongoDB',
  variable: 'MONGO_URL',
  port: PORTS.mongo,
  neighbours: 1,
  urlAt: (port) => `mongodb://${HOST}:${port}/?directConnection=true&replicaSet=${REPLICA_SET}`,
  answers: answersAsMongo,
  claim: claimData,
  ways: [native, installed, fetched, docker],
};

/** @param {Home} home */
export function nativeProgram(home) {
  return join(home.fetched, 'native-mongo', 'bin', 'secantusd-rs');
}

/**
 * @param {Home} home
 * @param {number} port
 * @param {string} program
 * @param {string} origin
 * @returns {Recipe}
 */
function secantus(home, port, program, origin) {
  const version = outputOf(program, ['--version'])?.match(/\d\S+/)?.[0] ?? '';
  return {
    implementation: `SecantusDB ${version} (${origin})`,
    command: program,
    args: [
      ...['--host', HOST, '--port', String(port), '--storage-path', folderFor(home, 'mongo')],
      // Without this a power cut or kill -9 loses writes that were already acknowledged.
      '--sync-on-commit',
      // Every start reads the whole of the newest log file; at the default of 2 GB that takes ten seconds.
      ...['--log-file-max', '128MB', '--log-level', 'WARNING'],
      // A fifth of the cache may wait to be written; when more does, every command helps to write it. Used as needed.
      ...['--cache-size', '1G'],
      // Nobody here reads the operation log: not syncing it and keeping it short saves a third of each write.
      ...['--oplog-nonlogged', '--oplog-max-entries', '2000'],
    ],
  };
}

/**
 * @param {Home} home
 * @param {string} name
 */
function folderFor(home, name) {
  const folder = join(home.data, name);
  mkdirSync(folder, { recursive: true });
  return folder;
}
