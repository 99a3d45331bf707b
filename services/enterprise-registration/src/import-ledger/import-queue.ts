import type { BackgroundPart, Logger } from '@qucheng/service-kit';
import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';

/** A job carries ids only: everything else is read again from where it is true. */
export interface ImportJob {
  readonly importId: string;
  readonly streetId: string;
  /** Which start of the commit: each is a job of its own. */
  readonly start: number;
}

export interface ImportQueueOptions {
  readonly redisUrl: string;
  /** Keeps test suites apart on one server. */
  readonly prefix: string;
  readonly log: Logger;
  readonly run: (job: ImportJob) => Promise<void>;
  /** After the last attempt. */
  readonly giveUp: (job: ImportJob, error: Error) => Promise<void>;
  /** Jobs that should be in the queue, whatever Redis remembers. */
  readonly unfinished: () => Promise<ImportJob[]>;
}

const ATTEMPTS = 5;
const LOOK_AGAIN_MS = 60_000;

export interface ImportQueue extends BackgroundPart {
  add(job: ImportJob): Promise<void>;
}

/** Writes imports one after another, outside the requests. Redis may forget everything: unfinished imports are added again. */
export function createImportQueue(options: ImportQueueOptions): ImportQueue {
  const { redisUrl, log } = options;
  const prefix = `${options.prefix}qc`;
  const connections = { requests: connect(redisUrl, 1), work: connect(redisUrl, null) };
  for (const connection of Object.values(connections))
    connection.on('error', (error: Error) => {
      log.warn({ error }, 'Redis');
    });
  const queue = new Queue<ImportJob>('imports', { connection: connections.requests, prefix });
  queue.on('error', (error) => {
    log.warn({ error }, 'the import queue');
  });
  let worker: Worker<ImportJob> | undefined;
  let timer: NodeJS.Timeout | undefined;
  const running = new Set<Promise<void>>();

  const add = async (job: ImportJob): Promise<void> => {
    await queue.add('commit', job, {
      jobId: `import-${job.importId}-${String(job.start)}`,
      attempts: ATTEMPTS,
      backoff: { type: 'exponential', delay: 500 },
      removeOnComplete: { age: 86_400, count: 5000 },
      removeOnFail: { age: 30 * 86_400 },
    });
  };
  const addUnfinished = async (): Promise<void> => {
    for (const job of await options.unfinished()) await add(job);
  };
  const run = async (job: ImportJob): Promise<void> => {
    const work = options.run(job);
    running.add(work);
    await work.finally(() => running.delete(work));
  };

  return {
    add,
    start: async () => {
      await Promise.all(Object.values(connections).map(untilReady));
      worker = new Worker<ImportJob>('imports', async ({ data }) => run(data), {
        connection: connections.work,
        prefix,
        concurrency: 1,
        lockDuration: 15_000,
        stalledInterval: 10_000,
        maxStalledCount: 10,
      });
      worker.on('error', (error) => {
        log.warn({ error }, 'the import worker');
      });
      worker.on('failed', (job, error) => {
        log.error({ error, job: job?.id }, 'an import failed');
        if (job === undefined || job.attemptsMade < ATTEMPTS) return;
        options.giveUp(job.data, error).catch((reason: unknown) => {
          log.error({ error: reason }, 'a failed import was not noted');
        });
      });
      await addUnfinished();
      timer = setInterval(() => {
        addUnfinished().catch((error: unknown) => {
          log.warn({ error }, 'unfinished imports were not looked at');
        });
      }, LOOK_AGAIN_MS);
    },
    stop: async () => {
      clearInterval(timer);
      await worker?.close();
      await queue.close();
      for (const connection of Object.values(connections)) connection.disconnect();
    },
    settled: async () => {
      for (;;) {
        const { waiting = 0, active = 0, delayed = 0 } = await queue.getJobCounts('waiting', 'active', 'delayed');
        if (waiting + active + delayed === 0 && running.size === 0) return;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    health: () => ({ ready: connections.work.status === 'ready' }),
  };
}

/** Workers wait for Redis for ever, requests fail at once. */
function connect(url: string, retries: number | null): Redis {
  return new Redis(url, { maxRetriesPerRequest: retries, enableOfflineQueue: retries === null, lazyConnect: true });
}

/** The queue may have begun to connect already, and asking twice is an error. Redis that is away is waited for. */
async function untilReady(connection: Redis): Promise<void> {
  if (connection.status === 'ready') return;
  const ready = new Promise<void>((resolve) =>
    connection.once('ready', () => {
      resolve();
    }),
  );
  // Failed attempts are told as 'error' and made again.
  if (connection.status === 'wait') connection.connect().catch(() => undefined);
  await ready;
}
