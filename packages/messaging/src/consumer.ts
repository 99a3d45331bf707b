import type { Admin, Kafka } from 'kafkajs';
import { createBatchHandler } from './batch-handler.ts';
import { createLedger } from './ledger.ts';
import type { Names } from './names.ts';
import { createPauses } from './pauses.ts';
import { createProgress } from './progress.ts';
import { createRawPublisher } from './publisher.ts';
import { createSession } from './session.ts';
import type { Session } from './session.ts';
import { settings } from './settings.ts';
import { waitUntilSettled } from './settled.ts';
import { ensureDeadLetterTopics } from './topics.ts';
import type { Consumer, ConsumerOptions, MessagingOptions } from './types.ts';
import { delay, persist, withJitter, within } from './waiting.ts';

export interface ConsumerTools {
  readonly kafka: Kafka;
  /** A connected admin client. */
  readonly admin: () => Promise<Admin>;
  readonly names: Names;
  readonly log: MessagingOptions['log'];
  readonly sessionTimeout: number;
}

/** A member of a group; README.md says what it promises. */
export function createConsumer(tools: ConsumerTools, options: ConsumerOptions): Consumer {
  const { group, topics } = options;
  const { log } = tools;
  let session: Session | undefined;
  let state: 'idle' | 'joined' | 'away' | 'broken' | 'stopped' = 'idle';
  let lastSign = Date.now();
  let lastLook = Date.now();
  let ticking: NodeJS.Timeout | undefined;
  let committing: Promise<void> | undefined;

  const stopped = (): boolean => state === 'stopped';
  const publisher = createRawPublisher(tools);
  const ledger = createLedger({ ...tools, publisher }, group, topics);
  const progress = createProgress();
  const pauses = createPauses({
    pause: (place) => session?.pause(place),
    resume: (place) => session?.resume(place),
  });
  const batches = createBatchHandler({ ...tools, options, ledger, progress, pauses, stopped });

  const commit = (): Promise<void> => (committing ??= commitNow().finally(() => (committing = undefined)));
  const commitNow = async (): Promise<void> => {
    const positions = progress.uncommitted();
    try {
      await session?.commit(positions);
      progress.committed(positions);
    } catch (error) {
      // Repeated with the next tick, or lost to a rebalance: then the messages come again.
      log.info({ group, error: String(error) }, 'offsets were not committed');
    }
  };

  const onCrash = (error: Error, final: boolean): void => {
    if (stopped()) return;
    const wasJoined = state === 'joined';
    state = final ? 'broken' : 'away';
    if (final) (options.onCrash ?? crash)(error);
    else if (wasJoined) void reopen();
  };
  const crash = (error: Error): void => {
    log.error({ group, error: String(error) }, 'a consumer is beyond repair, the process ends');
    // Where nobody catches it: how a process ends is for whoever runs it to say.
    queueMicrotask(() => {
      throw error;
    });
  };

  const open = async (): Promise<void> => {
    const opened = createSession(tools, group, topics, {
      onSign: () => (lastSign = Date.now()),
      onRebalancing: () => void commit(),
      onJoined: () => {
        if (stopped()) return;
        state = 'joined';
        progress.clear();
        pauses.clear();
        batches.forget();
      },
      onCrash,
      onBatch: (payload) => batches.handle(payload),
    });
    session = opened;
    try {
      await opened.start();
      if (stopped()) await opened.disconnect();
    } catch (error) {
      await opened.disconnect().catch(() => undefined);
      throw error;
    }
  };
  /** For ever: a broker that is away for an hour must not end a process that is otherwise well. */
  const reopen = async (): Promise<void> => {
    for (let pause = 500; !stopped(); pause = Math.min(pause * 2, 5_000)) {
      await delay(withJitter(pause));
      if (stopped()) return;
      try {
        await open();
        return;
      } catch (error) {
        log.warn({ group, error: String(error) }, 'a consumer could not return yet');
      }
    }
  };

  const tick = (): void => {
    void commit();
    if (ledger.parked.letters === 0 || Date.now() - lastLook < settings.lookForRedrivenEvery) return;
    lastLook = Date.now();
    ledger.refresh().catch((error: unknown) => {
      log.warn({ group, error: String(error) }, 'the dead letters could not be read');
    });
  };

  const shutDown = async (): Promise<void> => {
    for (const topic of topics) session?.pause({ topic });
    await batches.idle();
    await progress.released();
    await commit();
    await disconnect();
  };
  const disconnect = async (): Promise<void> => {
    await session?.disconnect();
    await publisher.stop();
  };

  return {
    start: async () => {
      await ensureDeadLetterTopics(tools, topics, group);
      await persist(settings.startWithin, () => ledger.refresh(), { stop: stopped });
      await persist(settings.startWithin, open, { stop: () => stopped() || state === 'broken' });
      ticking = setInterval(tick, settings.commitEvery);
    },
    stop: async () => {
      if (stopped()) return;
      state = 'stopped';
      clearInterval(ticking);
      pauses.clear();
      await within(settings.stopWithin, `stopping the consumer of ${group}`, shutDown()).catch((error: unknown) => {
        log.warn(
          { group, error: String(error) },
          'a consumer did not stop in time; what it had not committed comes again',
        );
        // The group is left as soon as the hanging handler allows it.
        void disconnect().catch(() => undefined);
      });
    },
    health: () => {
      const lastHeartbeatMs = Date.now() - lastSign;
      const ready = state === 'joined' && lastHeartbeatMs < tools.sessionTimeout;
      return { ready, lastHeartbeatMs, parkedKeys: ledger.parked.keys, deadLetters: ledger.parked.letters };
    },
    settled: () => waitUntilSettled({ ...tools, progress, stopped }, group, topics),
  };
}
