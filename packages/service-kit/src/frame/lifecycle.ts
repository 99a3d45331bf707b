import type { Server } from 'node:http';
import { CATALOGUE, EVENT_TYPES, PARTITIONS, topicsFor } from '@qucheng/contracts';
import type { ServiceName } from '@qucheng/contracts';
import type { Consumer, Messaging, Publisher } from '@qucheng/messaging';
import type { FrameParts, Service, ServiceParts } from '../types.ts';
import { closeServer, listen } from './listen.ts';
import { persist } from './persist.ts';

/** How long requests in flight may take once the service stops. */
const GRACE_MS = 5_000;

export interface LifecycleParts {
  readonly parts: FrameParts;
  readonly built: ServiceParts;
  readonly server: Server;
  readonly consumer: Consumer | undefined;
  /** Of a service that stores and publishes events. */
  readonly publisher: Publisher | undefined;
  /** Whether requests are taken: told to the HTTP app. */
  readonly take: (taking: boolean) => void;
}

/** The order in which the parts of a service come and go. */
export function createLifecycle(given: LifecycleParts): Pick<Service, 'start' | 'stop' | 'settled' | 'url'> {
  const { parts, built, server, consumer, publisher, take } = given;
  const { name, config, events, messaging, connection, log } = parts;
  const background = built.background ?? [];
  let url: string | undefined;

  return {
    start: async () => {
      // First, so that liveness is told while it waits for its servers; other requests get 503 until all is there.
      url = await listen(server, config.port, config.host);
      await persist('topics', log, () => ensureTopics(messaging, name, publisher !== undefined));
      if (publisher !== undefined) {
        await persist('Kafka', log, () => publisher.start());
        await persist('the event store', log, () => events.start());
      }
      await built.beforeStart?.();
      for (const part of background) await part.start();
      await consumer?.start();
      take(true);
      log.info({ url }, 'ready');
    },
    stop: async () => {
      take(false);
      await Promise.all([closeServer(server, GRACE_MS), consumer?.stop(), ...background.map((part) => part.stop())]);
      // Nothing makes commits any more: what there is goes out.
      if (publisher !== undefined) {
        await events.stop();
        await publisher.stop();
      }
      await messaging.stop();
      await built.afterStop?.();
      await connection.close();
      log.info({}, 'stopped');
    },
    settled: async () => {
      if (publisher !== undefined) await events.settled();
      await consumer?.settled();
      for (const part of background) await part.settled?.();
      // reactions may have committed
      if (publisher !== undefined) await events.settled();
    },
    url: () => {
      if (url === undefined) throw new Error(`${name} has not been started`);
      return url;
    },
  };
}

/** What it publishes on, and what it listens to together with its own dead-letter topics. */
async function ensureTopics(messaging: Messaging, name: ServiceName, produces: boolean): Promise<void> {
  const own = EVENT_TYPES.filter((type) => produces && CATALOGUE[type].producer === name);
  const produced = [...new Set(own.map((type) => CATALOGUE[type].topic))];
  const specs = (topics: readonly string[]) => topics.map((topic) => ({ topic, partitions: PARTITIONS }));
  if (produced.length > 0) await messaging.ensureTopics(specs(produced));
  const consumed = topicsFor(name);
  if (consumed.length > 0) await messaging.ensureTopics(specs(consumed), [name]);
}
