// @ts-check
import { Refusal } from '../processes/one-supervisor.mjs';
import { kafka } from './kafka.mjs';
import { mongo } from './mongo.mjs';
import { planServer } from './start-server.mjs';
import { valkey } from './valkey.mjs';

/** @typedef {import('./start-server.mjs').Row} Row */

export const servers = [kafka, mongo, valkey];

/** @typedef {{ env: Record<string, string>, rows: Row[] }} Servers env names the servers to those who use them */

/**
 * Finds out how Kafka, MongoDB and Redis will come up, and refuses when one of them cannot.
 * @param {import('../processes/supervisor.mjs').Supervisor} supervisor
 * @param {'agreed' | 'free'} ports
 * @returns {Promise<() => Promise<Servers>>} brings them up at the same time
 */
export async function planServers(supervisor, ports) {
  const plans = await allOf(servers.map((server) => planServer(server, supervisor, ports)));
  return async () => {
    const started = await allOf(plans.map((start) => start()));
    const env = Object.fromEntries(servers.map((server, place) => [server.variable, started[place]?.url ?? '']));
    return { env, rows: started.map((server) => server.row) };
  };
}

/**
 * @param {import('../processes/supervisor.mjs').Supervisor} supervisor
 * @param {'agreed' | 'free'} ports
 * @returns {Promise<Servers>}
 */
export async function startServers(supervisor, ports) {
  const start = await planServers(supervisor, ports);
  return start();
}

/**
 * @template Result
 * @param {Promise<Result>[]} running
 * @returns {Promise<Result[]>} fails when all have ended, so that nothing is still starting then
 */
async function allOf(running) {
  const outcomes = await Promise.allSettled(running);
  const reasons = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
  if (reasons.length > 0) throw together(reasons);
  return outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
}

/**
 * @param {unknown[]} reasons
 * @returns {unknown} every missing tool at once, each named once; or the first failure that is none
 */
function together(reasons) {
  const surprise = reasons.find((reason) => !(reason instanceof Refusal));
  const lines = reasons.flatMap((reason) => (reason instanceof Refusal ? reason.message.split('\n') : []));
  return surprise ?? new Refusal([...new Set(lines)].join('\n'));
}
