// @ts-check
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../home.mjs';
import { PORTS } from '../ports.mjs';
import { HOST } from '../servers/server.mjs';
import { smallMemory } from './small-memory.mjs';

/** @typedef {import('./secrets.mjs').Secrets} Secrets */

/** Every service of our own; the gateway is the one address people use. */
export const serviceNames = /** @type {const} */ ([
  'gateway',
  'street-office',
  'enterprise-registration',
  'activity-coverage',
  'branch-formation',
  'follow-ups',
  'dashboards',
]);

/** @typedef {typeof serviceNames[number]} ServiceName */

/** @param {ServiceName} name */
export function addressOf(name) {
  return `http://${HOST}:${PORTS[name]}`;
}

/** @param {ServiceName} name */
export function entryOf(name) {
  return join(repository, 'services', name, 'dist', 'main.js');
}

/**
 * What one service is told, and no more than it needs: only one holds the key that signs, only one the key to people.
 * @param {ServiceName} name
 * @param {Record<string, string>} servers addresses of Kafka, MongoDB and Redis
 * @param {Secrets} secrets
 * @returns {NodeJS.ProcessEnv}
 */
export function environmentOf(name, servers, secrets) {
  const { TOKEN_PRIVATE_KEY, MASTER_KEY, FIRST_ADMIN_PASSWORD } = secrets;
  return {
    ...withoutOurs(process.env),
    ...smallMemory(),
    NODE_ENV: 'production',
    SUPERVISED: '1',
    PORT: String(PORTS[name]),
    HOST,
    ...servers,
    MONGO_DB: `qc_${name.replaceAll('-', '_')}`,
    KAFKA_PREFIX: process.env.KAFKA_PREFIX ?? '',
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'info',
    INTERNAL_KEY: secrets.INTERNAL_KEY,
    TOKEN_PUBLIC_KEY: secrets.TOKEN_PUBLIC_KEY,
    SERVICES: JSON.stringify(Object.fromEntries(serviceNames.map((other) => [other, addressOf(other)]))),
    ...(name === 'gateway' ? { WEB_ROOT: join(repository, 'services', 'web', 'dist') } : {}),
    ...(name === 'street-office' ? { TOKEN_PRIVATE_KEY, FIRST_ADMIN_PASSWORD } : {}),
    ...(name === 'enterprise-registration' ? { MASTER_KEY } : {}),
  };
}

/**
 * @param {ServiceName} name
 * @returns {Promise<boolean>}
 */
export async function isReady(name) {
  const path = `${addressOf(name)}/health/ready`;
  return fetch(path, { signal: AbortSignal.timeout(2_000) }).then(
    (answer) => answer.status === 200,
    () => false,
  );
}

/** @returns {ServiceName[]} those whose sources are here */
export function presentServices() {
  return serviceNames.filter((name) => existsSync(join(repository, 'services', name, 'src', 'main.ts')));
}

/**
 * npm's variables are of no use to a service, and a PORT meant for one of them would go to all.
 * @param {NodeJS.ProcessEnv} environment
 */
function withoutOurs(environment) {
  return Object.fromEntries(Object.entries(environment).filter(([key]) => !/^npm_|^PORT$/.test(key)));
}
