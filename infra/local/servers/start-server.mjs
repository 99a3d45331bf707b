// @ts-check
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../processes/one-supervisor.mjs';
import { listens } from './ask.mjs';
import { fingerprintOfKeys, secretsFile } from '../street/secrets.mjs';
import { freePorts } from './free-ports.mjs';
import { HOST } from './server.mjs';

/** @typedef {import('../home.mjs').Home} Home */
/** @typedef {import('../processes/supervisor.mjs').Supervisor} Supervisor */
/** @typedef {import('./server.mjs').Server} Server */
/** @typedef {import('./server.mjs').Way} Way */

/**
 * One line of the table.
 * @typedef {object} Row
 * @property {string} part
 * @property {string} implementation
 * @property {string} address
 * @property {string} data
 * @property {string} log
 */

/**
 * @typedef {object} Started
 * @property {string} url
 * @property {Row} row
 */

/**
 * Finds out how one server will come up: the one the environment names, else one that answers already, else one of our
 * own. Whatever is missing is told here, before anything is fetched or started.
 * @param {Server} server
 * @param {Pick<Supervisor, 'home' | 'keep'>} supervisor
 * @param {'agreed' | 'free'} ports free: always a server of our own
 * @returns {Promise<() => Promise<Started>>} brings it up
 */
export async function planServer(server, supervisor, ports) {
  if (ports === 'agreed') {
    const found = await findServer(server, supervisor.home);
    if (found) return async () => found;
  }
  const way = chooseWay(server, supervisor.home);
  return async () => {
    if (ports === 'free') return startOwn(server, supervisor, way, await freePorts(server.neighbours));
    const started = await startOwn(server, supervisor, way, server.port);
    await refuseOtherKeys(server, supervisor.home);
    return started;
  };
}

/**
 * @param {Server} server
 * @param {Home} home
 * @returns {Promise<Started | undefined>} one that is not ours
 */
async function findServer(server, home) {
  const url = process.env[server.variable];
  if (url !== undefined) return named(server, url);
  const address = { host: HOST, port: server.port };
  if (await server.answers(address)) {
    await refuseOtherKeys(server, home);
    return foreign(server.title, 'already answering', server.urlAt(server.port));
  }
  if (await listens(address))
    throw new Refusal(`Port ${server.port} is taken by something that is not ${server.title}.`);
  return undefined;
}

/**
 * People written with two sets of keys into one store could be read with neither.
 * @param {Server} server
 * @param {Home} home
 */
async function refuseOtherKeys(server, home) {
  const claimed = await server.claim?.({ host: HOST, port: server.port }, fingerprintOfKeys(home));
  if (claimed !== false) return;
  throw new Refusal(
    `${server.title} on port ${server.port} holds a street that other keys open than those in ${secretsFile(home)}; ` +
      'start it with its own QUCHENG_HOME, or another one beside it with QUCHENG_PORTS_FROM.',
  );
}

/**
 * @param {Server} server
 * @param {string} url
 * @returns {Promise<Started>}
 */
async function named(server, url) {
  const [, host, port] = /^(?:\w+:\/\/)?(?:[^@/]*@)?([^:,/?]+):(\d+)/.exec(url) ?? [];
  // An address without a port, or a list behind mongodb+srv, is left to the services to reach.
  if (host !== undefined && !(await listens({ host, port: Number(port) }))) {
    throw new Refusal(`${server.variable} names ${host}:${port}, but nothing answers there.`);
  }
  return foreign(server.title, `from ${server.variable}`, url);
}

/**
 * @param {string} part
 * @param {string} implementation
 * @param {string} url
 * @returns {Started}
 */
function foreign(part, implementation, url) {
  const address = url.replace(/\/\/[^@/]*@/, '//').replace(/\/?\?.*$/, '');
  return { url, row: { part, implementation, address, data: '', log: '' } };
}

/**
 * @param {Server} server
 * @param {Pick<Supervisor, 'home' | 'keep'>} supervisor
 * @param {Way} way
 * @param {number} port
 * @returns {Promise<Started>}
 */
async function startOwn(server, supervisor, way, port) {
  const { home } = supervisor;
  const { implementation, command, args, env, onceListening } = await way.prepare(home, port);
  const address = { host: HOST, port };
  const ready = async () => {
    if (onceListening && (await listens(address)) && !(await server.answers(address))) await onceListening(address);
    return server.answers(address);
  };
  const program = { name: server.name, command, args, ready, ...(env ? { env } : {}) };
  const kept = supervisor.keep(program, 'server');
  await kept.untilReady();
  const row = {
    part: server.title,
    implementation,
    address: `${HOST}:${port}`,
    data: join(home.data, way.data),
    log: kept.log,
  };
  return { url: server.urlAt(port), row };
}

/**
 * @param {Server} server
 * @param {Home} home
 * @returns {Way} a usable one, if possible one whose data is already there
 */
export function chooseWay(server, home) {
  // One after the other, as asking may take a while: a Docker that is not needed is not asked at all.
  const begun = server.ways.filter((way) => existsSync(join(home.data, way.data)));
  const chosen = [...begun, ...server.ways].find((way) => way.lacks(home).length === 0);
  if (chosen) return chosen;
  throw new Refusal(lacking(server, home));
}

/**
 * @param {Server} server
 * @param {Home} home
 * @returns {string} what to install so that the server can be fetched; Docker is only the last resort
 */
export function lacking(server, home) {
  const fetching = server.ways.at(-2);
  return fetching?.lacks(home).join('\n') ?? '';
}
