import { freshDatabase } from '@qucheng/testing';
import type { FreshDatabase } from '@qucheng/testing';
import { openCollections } from './collections.ts';
import { createEventStore } from './event-store.ts';
import { add, box, from } from './testing/box.ts';
import { openStore, silentLog } from './testing/open-store.ts';
import { StoreUnavailable } from './types.ts';
import type { Commit } from './types.ts';

describe('a store that stops and starts again', () => {
  let database: FreshDatabase;

  beforeAll(async () => {
    database = await freshDatabase('keeping-state');
    const { store, boxes } = await openStore(database.connection);
    for (let index = 0; index < 20; index += 1) {
      await boxes.handle(from(`c-${String(index)}`), 'a', add, [String(index)], {});
    }
    await store.stop();
  });
  afterAll(() => database.drop());

  const twenty = { version: 20, state: { things: Array.from({ length: 20 }, (_, index) => String(index)) } };

  it('leaves no writer behind when everything was published', async () => {
    expect(await openCollections(database.connection).writers.countDocuments()).toBe(0);
  });

  it('goes on from the state document and the commits after it', async () => {
    const { states } = openCollections(database.connection);
    expect(await states.findOne({ _id: 'box-a' })).toMatchObject({ version: 16, streetId: 'jianghai' });
    // Proof that the document was used: what only it says shows up in the state.
    await states.updateOne({ _id: 'box-a' }, { $set: { 'state.things.0': 'only in the document' } });
    const { store, boxes } = await openStore(database.connection);
    const loaded = await boxes.load('jianghai', 'a');
    expect(loaded?.version).toBe(20);
    expect(loaded?.state.things.slice(0, 2)).toEqual(['only in the document', '1']);
    await store.stop();
  });

  it('replays from the first commit when the shape of the state has changed, or the document is lost', async () => {
    const newer = createEventStore({
      connection: database.connection,
      log: silentLog,
      publish: () => Promise.resolve(),
    });
    const boxes = newer.streams({ ...box, stateRevision: 1 });
    expect(await boxes.load('jianghai', 'a')).toEqual(twenty);
    await openCollections(database.connection).states.deleteMany({});
    const { store, boxes: again } = await openStore(database.connection);
    expect(await again.load('jianghai', 'a')).toEqual(twenty);
    await store.stop();
  });

  it('reads events stored in an older shape through upcast, in states, histories and replays', async () => {
    const store = createEventStore({
      connection: database.connection,
      log: silentLog,
      publish: () => Promise.resolve(),
    });
    const boxes = store.streams({
      name: 'box',
      initial: 0,
      evolve: (count: number, _: { type: 'put-in'; data: unknown }) => count + 1,
      upcast: ({ data }) => ({ type: 'put-in', data }) as const,
      stateRevision: 2,
    });
    expect(await boxes.load('jianghai', 'a')).toEqual({ version: 20, state: 20 });
    const seen: Commit[] = await boxes.history('jianghai', 'a');
    await store.replay((commits) => Promise.resolve(void seen.push(...commits)));
    expect(new Set(seen.flatMap(({ events }) => events.map(({ type }) => type)))).toEqual(new Set(['put-in']));
  });

  it('tells projections of every commit, in order, before the command is answered', async () => {
    const told: number[] = [];
    const onCommitted = (commits: readonly Commit[]): void => void told.push(...commits.map(({ version }) => version));
    const { store, boxes } = await openStore(database.connection, { onCommitted });
    const commands = ['x', 'y', 'z'].map((thing) => boxes.handle(from(`p-${thing}`), 'b', add, [thing], {}));
    await commands[0];
    expect(told[0]).toBe(1);
    await Promise.all(commands);
    expect(told).toEqual([1, 2, 3]);
    await store.stop();
  });

  it('takes no commands before it has started and after it was stopped', async () => {
    const { store, boxes } = await openStore(database.connection);
    await store.stop();
    await expect(boxes.handle(from('late'), 'c', add, ['tea'], {})).rejects.toThrow(StoreUnavailable);
  });

  it('turns commands away when too many are waiting', async () => {
    const { store, boxes } = await openStore(database.connection);
    const commands = Array.from({ length: 10_050 }, (_, index) =>
      boxes.handle(from(`many-${String(index)}`), `m-${String(index)}`, add, ['tea'], {}),
    );
    const outcomes = await Promise.allSettled(commands);
    const reasons = outcomes.map((outcome) => (outcome.status === 'rejected' ? String(outcome.reason) : ''));
    const turnedAway = reasons.map((reason, index) => (reason.includes('too many commands') ? index : -1));
    expect(turnedAway.filter((index) => index >= 0)).toEqual(Array.from({ length: 50 }, (_, index) => 10_000 + index));
    await store.stop();
  });

  it('hands over at once what it could not publish', async () => {
    let brokerIsGone = true;
    const publish = () => (brokerIsGone ? Promise.reject(new Error('no broker')) : Promise.resolve());
    const { store, boxes } = await openStore(database.connection, { publish });
    await boxes.handle(from('unpublished'), 'd', add, ['tea'], {});
    await store.stop();
    brokerIsGone = false;
    const next = await openStore(database.connection);
    await next.boxes.handle(from('following'), 'd', add, ['cup'], {});
    await next.store.settled();
    expect(next.journal.map(({ commandId }) => commandId)).toEqual(['unpublished', 'following']);
    await next.store.stop();
  });
});
