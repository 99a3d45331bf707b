// @ts-check
import { Refusal } from '../processes/one-supervisor.mjs';
import { kafka } from './kafka.mjs';
import { mongo } from './mongo.mjs';
import { startServer } from './start-server.mjs';
import { valkey } from './valkey.mjs';

/** @typedef {import('./start-server.mjs').Row} Row */

export const servers = [kafka, mongo, valkey];

/**
 * Brings Kafka, MongoDB and Redis up at the same time.
 * @param {import('../processes/supervisor.mjs').Supervisor} supervisor
 * @param {'agreed' | 'free'} ports
 * @returns {Promise<{ env: Record<string, string>, rows: Row[] }>} env names the servers to those who use them
 */
export async function startServers(supervisor, ports) {
  const outcomes = await Promise.allSettled(servers.map((server) => startServer(server, supervisor, ports)));
  const started = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
  const reasons = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
  if (reasons.length > 0) throw together(reasons);
  const env = Object.fromEntries(servers.map((server, place) => [server.variable, started[place]?.url ?? '']));
  return { env, rows: started.map((server) => server.row) };
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
