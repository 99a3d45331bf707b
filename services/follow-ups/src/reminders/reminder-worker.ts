import { DelayedError, Worker } from 'bullmq';
import type { BackgroundPart, Logger } from '@qucheng/service-kit';
import { QUEUE_NAME, ReminderData, retryDelay } from './reminder-queue.ts';
import type { ReminderQueue } from './reminder-queue.ts';
import type { Remind } from './remind.ts';
import { tellOnce } from './tell-once.ts';

interface Options {
  readonly redisUrl: string;
  readonly redisPrefix: string;
  readonly log: Logger;
  readonly queue: Pick<ReminderQueue, 'settled'>;
  readonly remind: Remind;
}

const STOP_WITHIN_MS = 5000;
/** A moment already past would be taken up again at once, and again. */
const AGAIN_AFTER_MS = 1000;

/** Takes due jobs. A job whose worker died is taken up by another within about ten seconds. */
export function createReminderWorker({ redisUrl, redisPrefix, log, queue, remind }: Options): BackgroundPart {
  let worker: Worker | undefined;
  return {
    settled: queue.settled,
    start: () => {
      worker = new Worker(
        QUEUE_NAME,
        async (job, token) => {
          const again = await remind(ReminderData.parse(job.data));
          if (again === undefined) return;
          await job.moveToDelayed(Math.max(again.getTime(), Date.now() + AGAIN_AFTER_MS), token);
          throw new DelayedError();
        },
        {
          connection: { url: redisUrl, maxRetriesPerRequest: null, retryStrategy: retryDelay },
          prefix: redisPrefix,
          concurrency: 8,
          lockDuration: 5000,
          stalledInterval: 5000,
          maxStalledCount: 3,
        },
      );
      const told = tellOnce((error) => {
        log.warn({ err: error }, 'no reminder goes out for now');
      });
      worker.on('error', told.error);
      worker.on('ready', told.well);
      worker.on('completed', told.well);
      worker.on('failed', (job, error) => {
        log.error({ err: error, jobId: job?.id, attempts: job?.attemptsMade }, 'a reminder failed');
      });
      return Promise.resolve();
    },
    // A job at work gets its time; what is cut off stalls and is taken up by another worker.
    stop: async () => {
      let deadline: NodeJS.Timeout | undefined;
      const tooLong = new Promise<void>((resolve) => {
        deadline = setTimeout(resolve, STOP_WITHIN_MS);
      });
      await Promise.race([worker?.close(), tooLong]);
      clearTimeout(deadline);
    },
  };
}
