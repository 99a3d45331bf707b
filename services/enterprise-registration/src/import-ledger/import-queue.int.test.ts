import { eventually, infrastructure } from '@qucheng/testing';
import { createLog } from '@qucheng/service-kit';
import { Queue, QueueEvents, Worker } from 'bullmq';
import { ulid } from 'ulid';
import { createImportQueue } from './import-queue.ts';
import type { ImportJob } from './import-queue.ts';

describe('the queue of imports', () => {
  it('gives up an import whose job failed for good while nobody could note it, and does not leave it being written for ever', async () => {
    const prefix = `test-${ulid().toLowerCase()}-`;
    const job: ImportJob = { importId: ulid(), streetId: ulid(), start: 1 };
    const { redisUrl } = infrastructure();
    await failForGood(redisUrl, `${prefix}qc`, job);

    const givenUp: ImportJob[] = [];
    let ran = 0;
    const imports = createImportQueue({
      redisUrl,
      prefix,
      log: createLog('test', 'silent'),
      run: () => Promise.resolve(void (ran += 1)),
      giveUp: (lost) => Promise.resolve(void givenUp.push(lost)),
      unfinished: () => Promise.resolve([job]),
    });
    await imports.start();
    try {
      await eventually('the import is given up', () => givenUp.length > 0);
      expect(givenUp[0]).toEqual(job);
      expect(ran).toBe(0);
    } finally {
      await imports.stop();
      await wipe(redisUrl, `${prefix}qc`);
    }
  });
});

/** What a process leaves behind that took the job, lost the database, and could not note the failure either. */
async function failForGood(url: string, prefix: string, job: ImportJob): Promise<void> {
  const connection = { url };
  const queue = new Queue('imports', { connection, prefix });
  const news = new QueueEvents('imports', { connection, prefix });
  await news.waitUntilReady();
  const worker = new Worker('imports', () => Promise.reject(new Error('no database')), { connection, prefix });
  const added = await queue.add('commit', job, { jobId: `import-${job.importId}-${String(job.start)}` });
  await expect(added.waitUntilFinished(news)).rejects.toThrow('no database');
  await Promise.all([worker.close(), news.close(), queue.close()]);
}

async function wipe(url: string, prefix: string): Promise<void> {
  const queue = new Queue('imports', { connection: { url }, prefix });
  await queue.obliterate({ force: true });
  await queue.close();
}
