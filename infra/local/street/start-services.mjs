// @ts-check
import { join } from 'node:path';
import { repository } from '../home.mjs';
import { PORTS } from '../ports.mjs';
import { Refusal } from '../processes/one-supervisor.mjs';
import { listens } from '../servers/ask.mjs';
import { HOST } from '../servers/server.mjs';
import { addressOf, entryOf, environmentOf, isReady, presentServices } from './services.mjs';

/** @typedef {import('../processes/supervisor.mjs').Supervisor} Supervisor */
/** @typedef {import('../servers/start-server.mjs').Row} Row */
/** @typedef {import('./secrets.mjs').Secrets} Secrets */
/** @typedef {import('./services.mjs').ServiceName} ServiceName */

/**
 * A service that listens for another street would answer for ours, and ours could never come up beside it.
 * @param {Record<ServiceName, number>} ports
 */
export async function refuseTakenPorts(ports = PORTS) {
  const names = presentServices();
  const taken = await Promise.all(names.map((name) => listens({ host: HOST, port: ports[name] })));
  const lines = names.filter((_, place) => taken[place]).map((name) => `Port ${ports[name]}, for ${name}, is taken.`);
  if (lines.length === 0) return;
  throw new Refusal(
    [...lines, 'Stop what listens there, or choose other ports with QUCHENG_PORTS_FROM, such as 21000.'].join('\n'),
  );
}

/**
 * Starts every service and waits until each says it is ready.
 * @param {Supervisor} supervisor
 * @param {Record<string, string>} servers
 * @param {Secrets} secrets
 * @param {{ together: boolean }} how together: all of them in one process
 * @returns {Promise<Row[]>}
 */
export async function startServices(supervisor, servers, secrets, { together }) {
  const names = presentServices();
  const environments = names.map((name) => environmentOf(name, servers, secrets));
  return together ? startTogether(supervisor, names, environments) : startApart(supervisor, names, environments);
}

/**
 * @param {Supervisor} supervisor
 * @param {ServiceName[]} names
 * @param {NodeJS.ProcessEnv[]} environments
 */
async function startApart(supervisor, names, environments) {
  const kept = names.map((name, place) =>
    supervisor.keep(
      {
        name,
        command: process.execPath,
        args: [entryOf(name)],
        env: { ...environments[place] },
        ready: () => isReady(name),
      },
      name === 'gateway' ? 'door' : 'service',
    ),
  );
  await Promise.all(kept.map((one) => one.untilReady()));
  return names.map((name, place) => rowOf(name, `Node ${process.versions.node}`, kept[place]?.log ?? ''));
}

/**
 * @param {Supervisor} supervisor
 * @param {ServiceName[]} names
 * @param {NodeJS.ProcessEnv[]} environments
 */
async function startTogether(supervisor, names, environments) {
  const { shared, own } = splitEnvironments(environments);
  const kept = supervisor.keep(
    {
      name: 'together',
      command: process.execPath,
      args: [join(repository, 'infra/local/together.mjs')],
      env: {
        ...shared,
        ENVIRONMENTS: JSON.stringify(Object.fromEntries(names.map((name, place) => [name, own[place]]))),
      },
      ready: async () => (await Promise.all(names.map(isReady))).every(Boolean),
    },
    'service',
  );
  await kept.untilReady();
  return names.map((name) => rowOf(name, `Node ${process.versions.node}, one process`, kept.log));
}

/**
 * What all are told alike, and what each is told besides: the system limits the length of a single variable, and a user's
 * own environment seven times over would not fit.
 * @param {NodeJS.ProcessEnv[]} environments
 * @returns {{ shared: NodeJS.ProcessEnv, own: NodeJS.ProcessEnv[] }}
 */
export function splitEnvironments(environments) {
  /** @param {[string, string | undefined]} entry */
  const isShared = ([key, value]) => environments.every((each) => each[key] === value);
  /**
   * @param {NodeJS.ProcessEnv} environment
   * @param {boolean} shared
   */
  const pick = (environment, shared) =>
    Object.fromEntries(Object.entries(environment).filter((entry) => isShared(entry) === shared));
  return { shared: pick(environments[0] ?? {}, true), own: environments.map((each) => pick(each, false)) };
}

/**
 * @param {ServiceName} name
 * @param {string} implementation
 * @param {string} log
 * @returns {Row}
 */
function rowOf(name, implementation, log) {
  const data = name === 'gateway' ? '' : `qc_${name.replaceAll('-', '_')}`;
  return { part: name, implementation, address: addressOf(name), data, log };
}
