import { CATALOGUE, EVENT_TYPES, PARTITIONS, topicsFor } from '@qucheng/contracts';
import { createEventStore } from '@qucheng/event-store';
import type { Commit } from '@qucheng/event-store';
import { createMessaging } from '@qucheng/messaging';
import type { Messaging } from '@qucheng/messaging';
import type { Connection } from 'mongoose';
import { createHttpApp } from '../http/app.ts';
import { createFastServer } from '../http/fast-server.ts';
import { createTokenVerifier } from '../identity/verify-token.ts';
import { createLog } from '../observe/log.ts';
import { createMetrics } from '../observe/metrics.ts';
import type { Frame, FrameOptions, FrameParts } from '../types.ts';
import { answers, connect } from './connection.ts';
import { createEventConsumer } from './consume.ts';
import { envelopesOf } from './envelopes.ts';
import { closeServer, listen } from './listen.ts';
import { persist } from './persist.ts';

/** How long requests in flight may take once the service stops. */
const GRACE_MS = 5_000;

/** The skeleton of every service: database, event store, consumer, HTTP, health, and the order in which they come and go. */
export async function createFrame(options: FrameOptions): Promise<Frame> {
  const { name, config, toContract } = options;
  const log = createLog(name, config.logLevel);
  const connection = await connect(config, log);
  const messaging = createMessaging({ brokers: config.kafkaBrokers, clientId: name, prefix: config.kafkaPrefix, log });
  const publisher = messaging.createPublisher();
  // Bound below: the store has to exist before what listens to it can be built.
  let onCommitted: ((commits: readonly Commit[]) => void) | undefined;
  const events = createEventStore({
    connection,
    log,
    publish: async (commits) => {
      if (toContract !== undefined)
        await publisher.publish(
          envelopesOf(name, commits, (event, commit) => options.toContract?.(event, commit) ?? null),
        );
    },
    onCommitted: (commits) => onCommitted?.(commits),
  });
  const parts: FrameParts = { name, config, events, connection, messaging, log };
  const { built, consumer } = await orClose(connection, () => {
    const made = options.build(parts);
    return { built: made, consumer: createEventConsumer(name, messaging, made) };
  });
  onCommitted = built.onCommitted;
  const background = built.background ?? [];
  const stores = toContract !== undefined;

  let taking = false;
  let url: string | undefined;
  const metrics = createMetrics(name, () => ({
    ...events.health(),
    parkedKeys: 0,
    deadLetters: 0,
    ...consumer?.health(),
  }));
  const app = createHttpApp({
    edge: { messages: options.messages ?? {}, verify: createTokenVerifier(config.tokenPublicKey) },
    log,
    internalKey: config.internalKey,
    measure: metrics.measure,
    metrics: metrics.expose,
    taking: () => taking,
    notReady: async () => [
      ...((await answers(connection)) ? [] : ['MongoDB']),
      ...(consumer === undefined || consumer.health().ready ? [] : ['Kafka']),
      ...(background.every((part) => part.health?.().ready ?? true) ? [] : ['background']),
    ],
    routes: built.routes,
    internalRoutes: built.internalRoutes,
  });
  const server = createFastServer(app);

  const start = async (): Promise<void> => {
    url = await listen(server, config.port, config.host);
    await persist('topics', log, () => ensureTopics(messaging, name, stores));
    if (stores) {
      await persist('Kafka', log, () => publisher.start());
      await persist('the event store', log, () => events.start());
    }
    await built.beforeStart?.();
    for (const part of background) await part.start();
    await consumer?.start();
    taking = true;
    log.info({ url }, 'ready');
  };

  const stop = async (): Promise<void> => {
    taking = false;
    await Promise.all([closeServer(server, GRACE_MS), consumer?.stop(), ...background.map((part) => part.stop())]);
    if (stores) {
      await events.stop();
      await publisher.stop();
    }
    await messaging.stop();
    await built.afterStop?.();
    await connection.close();
    log.info({}, 'stopped');
  };

  const settled = async (): Promise<void> => {
    if (stores) await events.settled();
    await consumer?.settled();
    for (const part of background) await part.settled?.();
    // reactions may have committed
    if (stores) await events.settled();
  };

  return {
    ...parts,
    app,
    start,
    stop,
    settled,
    url: () => {
      if (url === undefined) throw new Error(`${name} has not been started`);
      return url;
    },
  };
}

/** A service that cannot be built leaves nothing open. */
async function orClose<Made>(connection: Connection, make: () => Made): Promise<Made> {
  try {
    return make();
  } catch (error) {
    await connection.close();
    throw error;
  }
}

async function ensureTopics(messaging: Messaging, name: FrameParts['name'], produces: boolean): Promise<void> {
  const produced = produces
    ? EVENT_TYPES.filter((type) => CATALOGUE[type].producer === name).map((type) => CATALOGUE[type].topic)
    : [];
  const specs = (topics: readonly string[]) => [...new Set(topics)].map((topic) => ({ topic, partitions: PARTITIONS }));
  if (produced.length > 0) await messaging.ensureTopics(specs(produced));
  const consumed = topicsFor(name);
  if (consumed.length > 0) await messaging.ensureTopics(specs(consumed), [name]);
}
