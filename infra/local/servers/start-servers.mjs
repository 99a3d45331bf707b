// @ts-check
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
  const started = await Promise.all(servers.map((server) => startServer(server, supervisor, ports)));
  const env = Object.fromEntries(servers.map((server, place) => [server.variable, started[place]?.url ?? '']));
  return { env, rows: started.map((server) => server.row) };
}
