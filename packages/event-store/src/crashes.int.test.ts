import { appendFileSync } from 'node:fs';
import { eventually, freshDatabase } from '@qucheng/testing';
import type { FreshDatabase } from '@qucheng/testing';
import { from, addNew } from './testing/box.ts';
import type { Scenario } from './testing/box-process.ts';
import { hasClosedWriter } from './testing/closed-writer.ts';
import { allCommits, brokenPromises } from './testing/history.ts';
import { openStore } from './testing/open-store.ts';
import type { OpenStore } from './testing/open-store.ts';
import { compileForChildren, newJournal, readJournal, runBoxProcess } from './testing/run-box-process.ts';

const leaseMs = 600;

describe('a process killed with -9', () => {
  let database: FreshDatabase;
  let journal: string;
  let survivor: OpenStore;

  beforeAll(compileForChildren, 120_000);
  beforeEach(async () => {
    database = await freshDatabase('crashes');
    journal = newJournal();
  });
  afterEach(async () => {
    await survivor.store.stop();
    await database.drop();
  });

  async function killAt(point: Scenario['strike']['point'], things = 5): Promise<string[]> {
    const commands = Array.from({ length: things }, (_, index) => ['a', `thing-${String(index)}`] as const);
    const strike = { point, signal: 'SIGKILL', afterCommands: 2 } as const;
    const child = runBoxProcess({ url: database.url, journal, leaseMs, commands, strike });
    expect(await child.ended).toBe('SIGKILL');
    return child.acknowledged();
  }

  async function startSurvivor(): Promise<void> {
    survivor = await openStore(database.connection, {
      leaseMs,
      publish: (commits) => {
        for (const commit of commits) appendFileSync(journal, `${JSON.stringify(commit)}\n`);
        return Promise.resolve();
      },
    });
  }

  /** Another replica starts and publishes whatever the dead one left. */
  async function takeOver(): Promise<void> {
    await startSurvivor();
    await eventually('the dead writer is drained', () => hasClosedWriter(database.connection));
    const stored = await allCommits(survivor.store);
    expect(brokenPromises(stored, readJournal(journal))).toEqual([]);
  }

  it('before the flush stores nothing, and the command can be sent again', async () => {
    expect(await killAt('before-flush')).toEqual(['a:thing-0', 'a:thing-1']);
    await takeOver();
    expect(await survivor.boxes.handle(from('a:thing-2'), 'a', addNew, 'thing-2', {})).toMatchObject({
      version: 3,
      repeated: false,
    });
  });

  it('after the commit and before the answer has stored it: a repeat gets the first outcome', async () => {
    expect(await killAt('after-flush')).toEqual(['a:thing-0', 'a:thing-1']);
    await takeOver();
    expect(await survivor.boxes.handle(from('a:thing-2'), 'a', addNew, 'thing-2', {})).toMatchObject({
      version: 3,
      repeated: true,
    });
  });

  it('after the commit and before the publish loses no event', async () => {
    await killAt('before-publish');
    await takeOver();
    expect(await allCommits(survivor.store)).not.toHaveLength(0);
  });

  it('after the ack and before the watermark repeats the event, in order', async () => {
    await killAt('after-ack');
    const before = readJournal(journal);
    await takeOver();
    const lastOfTheDead = before.at(-1)?._id;
    expect(readJournal(journal).filter(({ _id }) => _id === lastOfTheDead)).toHaveLength(2);
  });

  it('before a state document was written loses no state', async () => {
    const acknowledged = await killAt('before-state', 40);
    await startSurvivor();
    const { version = 0 } = (await survivor.boxes.load('jianghai', 'a')) ?? {};
    expect(version).toBeGreaterThanOrEqual(acknowledged.length);
    expect(acknowledged.length).toBeGreaterThanOrEqual(16);
  });
});
