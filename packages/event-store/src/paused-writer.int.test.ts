import { appendFileSync } from 'node:fs';
import { eventually, freshDatabase } from '@qucheng/testing';
import type { FreshDatabase } from '@qucheng/testing';
import { add, from } from './testing/box.ts';
import { hasClosedWriter } from './testing/closed-writer.ts';
import { allCommits, brokenPromises } from './testing/history.ts';
import { openStore } from './testing/open-store.ts';
import type { OpenStore } from './testing/open-store.ts';
import { compileForChildren, newJournal, readJournal, runBoxProcess } from './testing/run-box-process.ts';
import type { BoxProcess } from './testing/run-box-process.ts';

const leaseMs = 500;

describe('a writer paused past its lease', () => {
  let database: FreshDatabase;
  let other: OpenStore;
  let journal: string;
  let paused: BoxProcess;

  beforeAll(compileForChildren, 120_000);
  beforeEach(async () => {
    database = await freshDatabase('paused-writer');
    journal = newJournal();
    other = await openStore(database.connection, {
      leaseMs,
      publish: (commits) => {
        for (const commit of commits) appendFileSync(journal, `${JSON.stringify(commit)}\n`);
        return Promise.resolve();
      },
    });
  });
  afterEach(async () => {
    paused.process.kill('SIGKILL');
    await other.store.stop();
    await database.drop();
  });

  async function pauseAt(point: 'before-flush' | 'before-publish' | 'after-ack'): Promise<void> {
    const commands = ['one', 'two', 'three', 'four', 'five'].map((thing) => ['slow', thing] as const);
    const strike = { point, signal: 'SIGSTOP', afterCommands: 2 } as const;
    paused = runBoxProcess({ url: database.url, journal, leaseMs, commands, strike });
    await eventually('the silent writer is closed and let go', () => hasClosedWriter(database.connection));
  }

  async function wakeUp(): Promise<void> {
    paused.process.kill('SIGCONT');
    expect(await paused.ended).toBeNull();
    expect(paused.acknowledged()).toHaveLength(5);
    await other.store.settled();
    const stored = await allCommits(other.store);
    await eventually('everything stored is published', () => {
      const published = new Set(readJournal(journal).map(({ _id }) => _id));
      return stored.every(({ _id }) => published.has(_id));
    });
    expect(brokenPromises(stored, readJournal(journal))).toEqual([]);
  }

  it('goes on under a new name, and what it stores late is published in order', async () => {
    await pauseAt('before-flush');
    await wakeUp();
    const names = (await other.boxes.history('jianghai', 'slow')).map(({ writer }) => writer);
    expect(new Set(names).size).toBe(2);
  });

  it('loses the race against a command that came while it slept, and follows it', async () => {
    await pauseAt('before-flush');
    await other.boxes.handle(from('meanwhile'), 'slow', add, ['meanwhile'], {});
    await wakeUp();
    const things = (await other.boxes.load('jianghai', 'slow'))?.state.things;
    expect(things).toEqual(['one', 'two', 'meanwhile', 'three', 'four', 'five']);
  });

  it.each(['before-publish', 'after-ack'] as const)('repeats at worst when it slept %s', async (point) => {
    await pauseAt(point);
    await other.boxes.handle(from('meanwhile'), 'slow', add, ['meanwhile'], {});
    await wakeUp();
  });
});
