// @ts-check
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../processes/one-supervisor.mjs';
import { listens } from './ask.mjs';
import { freePort } from './free-port.mjs';
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
 * Brings one server up: the one the environment names, else one that answers already, else one of our own.
 * @param {Server} server
 * @param {Supervisor} supervisor
 * @param {'agreed' | 'free'} ports free: always a server of our own
 * @returns {Promise<Started>}
 */
export async function startServer(server, supervisor, ports) {
  if (ports === 'agreed') {
    const url = process.env[server.variable];
    if (url !== undefined) return named(server, url);
    const address = { host: HOST, port: server.port };
    if (await server.answers(address)) return foreign(server.title, 'already answering', server.urlAt(server.port));
    if (await listens(address))
      throw new Refusal(`Port ${server.port} is taken by something that is not ${server.title}.`);
  }
  return startOwn(server, supervisor, ports === 'agreed' ? server.port : await freePort());
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
 * @param {Supervisor} supervisor
 * @param {number} port
 * @returns {Promise<Started>}
 */
async function startOwn(server, supervisor, port) {
  const { home } = supervisor;
  const way = chooseWay(server, home);
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
  const usable = server.ways.filter((way) => way.lacks(home).length === 0);
  const chosen = usable.find((way) => existsSync(join(home.data, way.data))) ?? usable[0];
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
