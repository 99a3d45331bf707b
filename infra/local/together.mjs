// @ts-check
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { repository } from './home.mjs';

/** Every service in one process, for a small office machine: fewer processes, the same code, addresses and databases. */

/** @typedef {{ start(): Promise<void>, stop(): Promise<void> }} Service */
/** @typedef {{ readConfig(env: NodeJS.ProcessEnv): unknown, createService(config: unknown): Promise<Service> }} Module */

const STOPS_WITHIN = 14_000;

/** What each service is told besides what all are. @type {Record<string, NodeJS.ProcessEnv>} */
const environments = JSON.parse(process.env.ENVIRONMENTS ?? '{}');

const services = await Promise.all(
  Object.entries(environments).map(async ([name, environment]) => {
    const file = join(repository, 'services', name, 'dist', 'service.js');
    /** @type {Module} */
    const { readConfig, createService } = await import(pathToFileURL(file).href);
    return createService(readConfig({ ...process.env, ...environment }));
  }),
);

let stopping = false;
async function stop() {
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), STOPS_WITHIN).unref();
  await Promise.allSettled(services.map((service) => service.stop()));
  // Node's own exit may wait for its background threads for ever (nodejs/node#54918).
  process.removeAllListeners('SIGTERM');
  process.kill(process.pid, 'SIGTERM');
}

process.on('SIGTERM', () => void stop());
// The supervisor holds the other end of the standard input; when it closes, the supervisor is gone.
process.stdin.on('close', () => void stop()).resume();

/** @type {{ tidyAtRest(): void }} */
const { tidyAtRest } = await import(pathToFileURL(join(repository, 'packages/service-kit/dist/process.js')).href);
tidyAtRest();
await Promise.all(services.map((service) => service.start()));
