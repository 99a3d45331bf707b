import { freshDatabase } from '@qucheng/testing';
import type { FreshDatabase } from '@qucheng/testing';
import { add, addNew, BOX_HOLDS, from } from './testing/box.ts';
import { allCommits, brokenPromises, firstTimes } from './testing/history.ts';
import { openStore } from './testing/open-store.ts';
import type { OpenStore } from './testing/open-store.ts';
import type { Commit } from './types.ts';

describe('two replicas', () => {
  let database: FreshDatabase;
  let one: OpenStore;
  let two: OpenStore;
  /** Both publish into the same list, as two relays into one topic. */
  let published: Commit[];

  beforeEach(async () => {
    database = await freshDatabase('races');
    published = [];
    one = await openStore(database.connection, { leaseMs: 2000 }, published);
    two = await openStore(await database.connect(), { leaseMs: 2000 }, published);
  });
  afterEach(async () => {
    await Promise.all([one.store.stop(), two.store.stop()]);
    await database.drop();
  });

  const settled = () => Promise.all([one.store.settled(), two.store.settled()]);
  const numbered = (count: number) => Array.from({ length: count }, (_, index) => String(index));

  it('racing on one firm: one is first, the other decides again on what the first one did', async () => {
    await one.boxes.handle(from('full'), 'a', add, numbered(BOX_HOLDS - 1), {});
    await two.boxes.load('jianghai', 'a');
    const outcomes = await Promise.all([
      one.boxes.handle(from('last-1'), 'a', add, ['the last one'], {}),
      two.boxes.handle(from('last-2'), 'a', add, ['the last one'], {}),
    ]);
    expect(outcomes.filter((outcome) => !outcome.refused)).toHaveLength(1);
    expect(outcomes.find((outcome) => outcome.refused)).toMatchObject({ code: 'box-full', kind: 'rule' });
  });

  it('never refuse on a state that is out of date', async () => {
    await one.boxes.handle(from('c-1'), 'b', addNew, 'tea', {});
    await two.boxes.handle(from('c-2'), 'b', addNew, 'cup', {});
    const late = await one.boxes.handle(from('c-3', { expectedVersion: 2 }), 'b', addNew, 'pot', {});
    expect(late).toMatchObject({ version: 3 });
  });

  it('getting the same command in parallel, also twice each, accept it once and answer alike', async () => {
    const outcomes = await Promise.all(
      [one, two, one, two].map(({ boxes }) => boxes.handle(from('same'), 'c', addNew, 'tea', {})),
    );
    expect(outcomes.map((outcome) => !outcome.refused && outcome.repeated).sort()).toEqual([false, true, true, true]);
    expect(new Set(outcomes.map((outcome) => (outcome.refused ? 0 : outcome.version)))).toEqual(new Set([1]));
    expect(await one.boxes.history('jianghai', 'c')).toHaveLength(1);
  });

  it('publish every firm in version order under load, each command once in the log', async () => {
    const firms = numbered(8);
    const work = numbered(25).flatMap((thing) => firms.map((firm) => ({ firm, thing })));
    const outcomes = await Promise.all(
      [one, two].flatMap(({ boxes }, replica) =>
        work.map(({ firm, thing }) =>
          boxes.handle(from(`${String(replica)}:${firm}:${thing}`), firm, add, [thing], {}),
        ),
      ),
    );
    await settled();
    const stored = await allCommits(one.store);
    const accepted = outcomes.filter((outcome) => !outcome.refused);
    expect(stored).toHaveLength(accepted.length);
    expect(brokenPromises(stored, published)).toEqual([]);
    // Both replicas really followed each other in the same streams.
    expect(stored.filter(({ after }) => after !== undefined).length).toBeGreaterThan(0);
    expect(firstTimes(published)).toHaveLength(published.length);
  });

  it('hand over: what one publishes waits for what the other has not published yet', async () => {
    await one.store.settled();
    let brokerIsBack = false;
    const slow = await openStore(await database.connect(), {
      publish: (commits) => {
        if (!brokerIsBack) return Promise.reject(new Error('no broker'));
        published.push(...commits);
        return Promise.resolve();
      },
    });
    await slow.boxes.handle(from('first'), 'd', add, ['first'], {});
    await two.boxes.handle(from('second'), 'd', add, ['second'], {});
    expect(two.store.health()).toMatchObject({ unpublished: 1 });
    expect(slow.store.health()).toMatchObject({ unpublished: 1 });
    brokerIsBack = true;
    await slow.store.settled();
    await two.store.settled();
    expect(published.map(({ commandId }) => commandId)).toEqual(['first', 'second']);
    await slow.store.stop();
  });
});
