import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { z } from 'zod';
import type { Logger } from '@qucheng/service-kit';
import { tellOnce } from './tell-once.ts';

/** What a job carries: enough to look up the truth, nothing to rely on. */
export const ReminderData = z.strictObject({ followUpId: z.string(), version: z.int() });

export interface Reminder extends z.infer<typeof ReminderData> {
  readonly dueAt: Date;
}

export interface QueueOptions {
  readonly redisUrl: string;
  readonly redisPrefix: string;
  readonly log: Logger;
  readonly clock: () => Date;
}

export const QUEUE_NAME = 'reminders';
const DAY_S = 86_400;
const ANSWERS_WITHIN_MS = 3000;
/** Beyond this many on their way at once Redis is not keeping up; the reconciler adds the rest. */
const MOST_OFFERS = 1000;

export type ReminderQueue = ReturnType<typeof createReminderQueue>;

/**
 * Delayed jobs in Redis, one per version of a follow-up. A cache of due work and nothing more: Redis may be away or
 * emptied at any time, the reconciler puts back what is missing.
 */
export function createReminderQueue({ redisUrl, redisPrefix, log, clock }: QueueOptions) {
  // Fails at once while Redis is away: requests and reactions never wait for it.
  const client = new Redis(redisUrl, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    retryStrategy: retryDelay,
    // A Redis that hangs keeps its connection open: without this nothing asked of it would ever end.
    commandTimeout: ANSWERS_WITHIN_MS,
  });
  const told = tellOnce((error) => {
    log.warn({ err: error }, 'reminders wait for Redis and the reconciler');
  });
  client.on('error', told.error);
  client.on('ready', told.well);
  const queue = new Queue(QUEUE_NAME, { connection: client, prefix: redisPrefix });
  queue.on('error', told.error);

  const isReady = (): boolean => client.status === 'ready';
  const offers = new Set<Promise<void>>();

  const add = async (reminders: readonly Reminder[]): Promise<void> => {
    const now = clock().getTime();
    await queue.addBulk(
      reminders.map(({ followUpId, version, dueAt }) => ({
        name: 'remind',
        data: { followUpId, version },
        opts: {
          jobId: jobIdOf({ followUpId, version }),
          delay: Math.max(0, dueAt.getTime() - now),
          attempts: 8,
          backoff: { type: 'exponential', delay: 1000 },
          removeOnComplete: { age: DAY_S, count: 5000 },
          // Failed reminders stay to be looked at.
          removeOnFail: { age: 30 * DAY_S },
        },
      })),
    );
  };

  return {
    add,
    isReady,
    /** Adds a reminder without waiting for it and without failing. */
    offer: (reminder: Reminder): void => {
      if (!isReady() || offers.size >= MOST_OFFERS) return;
      const offer = add([reminder]).then(told.well, (error: unknown) => {
        told.error(error instanceof Error ? error : new Error(String(error)));
      });
      offers.add(offer);
      void offer.finally(() => offers.delete(offer));
    },
    /** Which of these have no job. */
    missing: async <Some extends z.infer<typeof ReminderData>>(reminders: readonly Some[]): Promise<Some[]> => {
      const asked = client.pipeline();
      for (const reminder of reminders) asked.exists(queue.toKey(jobIdOf(reminder)));
      const found = (await asked.exec()) ?? [];
      return reminders.filter((_, index) => found[index]?.[1] === 0);
    },
    /**
     * Sets going again what should have come due: a failed job is tried anew (and stays visible if it fails again), a
     * completed one is forgotten. True when there is no job now.
     */
    revive: async (reminder: z.infer<typeof ReminderData>): Promise<boolean> => {
      const job = await queue.getJob(jobIdOf(reminder));
      if (job === undefined) return true;
      const state = await job.getState();
      if (state === 'failed') await job.retry('failed');
      if (state === 'completed') await job.remove();
      return state === 'completed';
    },
    /** Calls back each time Redis has come (back). */
    whenReady: (call: () => void): void => {
      client.on('ready', call);
      if (isReady()) call();
    },
    /** Resolves when no reminder is on its way or at work (tests). */
    settled: async (): Promise<void> => {
      await Promise.all(offers);
      while (isReady()) {
        const {
          waiting = 0,
          active = 0,
          prioritized = 0,
        } = await queue.getJobCounts('waiting', 'active', 'prioritized');
        if (waiting + active + prioritized === 0) return;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
    close: async (): Promise<void> => {
      await Promise.all(offers);
      if (isReady()) await queue.close();
      client.disconnect();
    },
  };
}

/** The same for the worker: quick to come back, without a thundering herd. */
export function retryDelay(times: number): number {
  return Math.min(times * 100, 1000);
}

function jobIdOf({ followUpId, version }: z.infer<typeof ReminderData>): string {
  return `fu-${followUpId}-v${String(version)}`;
}
