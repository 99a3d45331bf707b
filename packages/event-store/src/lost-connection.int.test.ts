import { eventually, freshDatabase, infrastructure, startFaultProxy } from '@qucheng/testing';
import type { FaultProxy, FreshDatabase } from '@qucheng/testing';
import { openCollections } from './collections.ts';
import { add, from } from './testing/box.ts';
import { allCommits, brokenPromises } from './testing/history.ts';
import { openStore, silentLog } from './testing/open-store.ts';
import type { OpenStore } from './testing/open-store.ts';
import { StoreUnavailable } from './types.ts';

describe('a connection lost in the middle of a flush', () => {
  let database: FreshDatabase;
  let proxy: FaultProxy;
  let one: OpenStore;
  let warnings: number;

  beforeEach(async () => {
    const { mongoUrl } = infrastructure();
    proxy = await startFaultProxy(mongoUrl);
    database = await freshDatabase('lost-connection');
    const connection = await database.connect({ mongoUrl: proxy.through(mongoUrl), serverSelectionTimeoutMS: 500 });
    warnings = 0;
    const warn = (): void => void (warnings += 1);
    one = await openStore(connection, { leaseMs: 1000, log: { ...silentLog, warn } });
    await one.boxes.handle(from('before'), 'a', add, ['before'], {});
    await one.store.settled();
  });
  afterEach(async () => {
    proxy.heal();
    await one.store.stop();
    await database.drop();
    await proxy.close();
  });

  const storedDirectly = (commandId: string) => openCollections(database.connection).commits.findOne({ commandId });

  async function storesAndPublishesOnce(commandIds: readonly string[]): Promise<void> {
    await one.store.settled();
    const stored = await allCommits(one.store);
    expect(stored.map(({ commandId }) => commandId).sort()).toEqual(['before', ...commandIds].sort());
    expect(brokenPromises(stored, one.journal)).toEqual([]);
  }

  it('after the database had stored it: the command is accepted once, not repeated and not lost', async () => {
    proxy.loseAnswers();
    const answer = one.boxes.handle(from('c-1'), 'a', add, ['tea'], {});
    await eventually('the insert has arrived', async () => (await storedDirectly('c-1')) !== null);
    proxy.heal();
    proxy.reset();
    expect(await answer).toMatchObject({ version: 2, repeated: false });
    await storesAndPublishesOnce(['c-1']);
  });

  it('before the database had seen it: the command is accepted once the connection is back', async () => {
    proxy.goDown();
    const answer = one.boxes.handle(from('c-1'), 'a', add, ['tea'], {});
    await eventually('the flush has failed', () => warnings > 0);
    proxy.heal();
    expect(await answer).toMatchObject({ version: 2, repeated: false });
    await storesAndPublishesOnce(['c-1']);
  });

  it('with no end in sight: callers are told to come back, and the repeat finds out what happened', async () => {
    proxy.stall();
    const answers = await Promise.allSettled([
      one.boxes.handle(from('c-1'), 'a', add, ['tea'], {}),
      one.boxes.handle(from('c-2'), 'b', add, ['cup'], {}),
    ]);
    for (const answer of answers) expect(answer).toMatchObject({ reason: expect.any(StoreUnavailable) as unknown });
    proxy.heal();
    expect(await one.boxes.handle(from('c-1'), 'a', add, ['tea'], {})).toMatchObject({ version: 2 });
    expect(await one.boxes.handle(from('c-2'), 'b', add, ['cup'], {})).toMatchObject({ version: 1 });
    await storesAndPublishesOnce(['c-1', 'c-2']);
  });
});
