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
  /** After the last attempt; again, if it was not noted then. */
  readonly giveUp: (job: ImportJob) => Promise<void>;
  /** Jobs that should be in the queue, whatever Redis remembers. */
  readonly unfinished: () => Promise<ImportJob[]>;
}

const ATTEMPTS = 5;
const LOOK_AGAIN_MS = 60_000;

export interface ImportQueue extends BackgroundPart {
  /** Never fails: what Redis does not take now is found unfinished later. */
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
      jobId: jobIdOf(job),
      attempts: ATTEMPTS,
      backoff: { type: 'exponential', delay: 500 },
      removeOnComplete: { age: 86_400, count: 5000 },
      removeOnFail: { age: 30 * 86_400 },
    });
  };
  // A job that failed for good blocks its id, so adding it again would do nothing. That its import is unfinished says
  // that the failure could not be noted: whatever broke the import off had broken that too.
  const takeUp = async (job: ImportJob): Promise<void> => {
    const known = await queue.getJob(jobIdOf(job));
    if (known !== undefined && (await known.isFailed())) await options.giveUp(job);
    else await add(job);
  };
  const takeUpUnfinished = async (): Promise<void> => {
    for (const job of await options.unfinished()) await takeUp(job);
  };
  const run = async (job: ImportJob): Promise<void> => {
    const work = options.run(job);
    running.add(work);
    await work.finally(() => running.delete(work));
  };

  const look = (): void => {
    takeUpUnfinished().catch((error: unknown) => {
      log.warn({ error }, 'unfinished imports were not looked at');
    });
  };

  return {
    add: (job) =>
      add(job).catch((error: unknown) => {
        log.warn({ error, ...job }, 'an import waits for Redis');
      }),
    // Redis is not waited for: without it imports are previewed and everything else works.
    start: () => {
      connections.requests.on('ready', look);
      for (const connection of Object.values(connections)) open(connection);
      worker = new Worker<ImportJob>('imports', async ({ data }) => run(data), {
        connection: connections.work,
        prefix,
        concurrency: 1,
        // A job of a killed process is taken up again after both; run twice at once it writes nothing twice.
        lockDuration: 6_000,
        stalledInterval: 2_000,
        maxStalledCount: 10,
      });
      worker.on('error', (error) => {
        log.warn({ error }, 'the import worker');
      });
      worker.on('failed', (job, error) => {
        log.error({ error, job: job?.id }, 'an import failed');
        if (job === undefined || job.attemptsMade < ATTEMPTS) return;
        options.giveUp(job.data).catch((reason: unknown) => {
          log.error({ error: reason }, 'a failed import was not noted');
        });
      });
      look();
      timer = setInterval(look, LOOK_AGAIN_MS);
      return Promise.resolve();
    },
    stop: async () => {
      clearInterval(timer);
      // Without Redis there is no job to wait for.
      await worker?.close(connections.work.status !== 'ready');
      await queue.close();
      for (const connection of Object.values(connections)) connection.disconnect();
    },
    settled: async () => {
      while (connections.requests.status === 'ready') {
        const { waiting = 0, active = 0, delayed = 0 } = await queue.getJobCounts('waiting', 'active', 'delayed');
        if (waiting + active + delayed === 0 && running.size === 0) return;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
  };
}

function jobIdOf({ importId, start }: ImportJob): string {
  return `import-${importId}-${String(start)}`;
}

/** Workers wait for Redis for ever, requests fail at once. */
function connect(url: string, retries: number | null): Redis {
  return new Redis(url, { maxRetriesPerRequest: retries, enableOfflineQueue: retries === null, lazyConnect: true });
}

/** The queue may have begun to connect already, and asking twice is an error. */
function open(connection: Redis): void {
  if (connection.status !== 'wait') return;
  // Failed attempts are told as 'error' and made again.
  connection.connect().catch(() => undefined);
}
