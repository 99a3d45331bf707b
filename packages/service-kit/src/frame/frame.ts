import { createEventStore } from '@qucheng/event-store';
import type { Commit } from '@qucheng/event-store';
import { createMessaging } from '@qucheng/messaging';
import type { Express } from 'express';
import { createHttpApp } from '../http/app.ts';
import { createFastServer } from '../http/fast-server.ts';
import { createFingerprint } from '../http/fingerprint.ts';
import { createTokenVerifier } from '../identity/verify-token.ts';
import { createLog } from '../observe/log.ts';
import { createMetrics } from '../observe/metrics.ts';
import type { Frame, FrameOptions, FrameParts, ServiceParts } from '../types.ts';
import { answers, connect } from './connection.ts';
import { createEventConsumer } from './consume.ts';
import type { EventConsumer } from './consume.ts';
import { envelopesOf } from './envelopes.ts';
import { createLifecycle } from './lifecycle.ts';

/** The skeleton of every service: database, event store, consumer, HTTP, health, and the order in which they come and go. */
export async function createFrame(options: FrameOptions): Promise<Frame> {
  const { name, config } = options;
  const log = createLog(name, config.logLevel);
  const connection = await connect(config, log);
  const messaging = createMessaging({ brokers: config.kafkaBrokers, clientId: name, prefix: config.kafkaPrefix, log });
  const publisher = options.toContract === undefined ? undefined : messaging.createPublisher();
  // The store has to exist before what listens to it can be built.
  const listeners: ((commits: readonly Commit[]) => void)[] = [];
  const events = createEventStore({
    connection,
    log,
    publish: async (commits) => {
      await publisher?.publish(
        envelopesOf(name, commits, (event, commit) => options.toContract?.(event, commit) ?? null),
      );
    },
    onCommitted: (commits) => {
      for (const listener of listeners) listener(commits);
    },
  });
  const parts: FrameParts = { name, config, events, connection, messaging, log };
  try {
    const built = options.build(parts);
    if (built.onCommitted !== undefined) listeners.push(built.onCommitted);
    const consumer = createEventConsumer(name, messaging, built);
    const gate = { taking: false };
    const app = createApp(options, parts, built, consumer, () => gate.taking);
    const take = (taking: boolean): void => {
      gate.taking = taking;
    };
    return {
      ...parts,
      app,
      ...createLifecycle({ parts, built, consumer, publisher, take, server: createFastServer(app) }),
    };
  } catch (error) {
    // A service that cannot be built leaves nothing open.
    await connection.close();
    throw error;
  }
}

function createApp(
  { messages = {} }: FrameOptions,
  { name, config, events, connection, log }: FrameParts,
  built: ServiceParts,
  consumer: EventConsumer | undefined,
  taking: () => boolean,
): Express {
  const noConsumer = { parkedKeys: 0, deadLetters: 0 };
  const metrics = createMetrics(name, () => ({ ...events.health(), ...(consumer?.health() ?? noConsumer) }));
  const notReady = async (): Promise<string[]> => [
    ...((await answers(connection)) ? [] : ['MongoDB']),
    ...((consumer?.health().ready ?? true) ? [] : ['Kafka']),
    ...((built.background?.every((part) => part.health?.().ready ?? true) ?? true) ? [] : ['background']),
  ];
  return createHttpApp({
    edge: {
      messages,
      verify: createTokenVerifier(config.tokenPublicKey),
      fingerprint: createFingerprint(config.internalKey),
    },
    log,
    internalKey: config.internalKey,
    measure: metrics.measure,
    metrics: metrics.expose,
    taking,
    notReady,
    routes: built.routes,
    internalRoutes: (router) => {
      if (consumer !== undefined) router.post('/redrive', async (_req, res) => void res.json(await consumer.redrive()));
      built.internalRoutes?.(router);
    },
  });
}
