import { freshDatabase } from '@qucheng/testing';
import type { FreshDatabase } from '@qucheng/testing';
import type { mongo } from 'mongoose';
import { putNewer } from './put-newer.ts';
import type { Versioned } from './put-newer.ts';

interface Card extends Versioned {
  readonly name?: string;
  readonly owner?: string | null;
  readonly changedAt?: Date;
}

describe('a document fed by events', () => {
  let database: FreshDatabase;
  let cards: mongo.Collection<Card>;
  beforeAll(async () => {
    database = await freshDatabase('put-newer');
    if (database.connection.db === undefined) throw new Error('no database');
    cards = database.connection.db.collection<Card>('cards');
  });
  afterAll(() => database.drop());

  it('is created by the first event and merges the next', async () => {
    await putNewer(cards, 'a', 1, { name: '$江海' });
    await putNewer(cards, 'a', 3, { owner: null });
    expect(await cards.findOne({ _id: 'a' })).toEqual({ _id: 'a', version: 3, name: '$江海', owner: null });
  });

  it('is not changed by an event it has seen, nor by an older one', async () => {
    await putNewer(cards, 'b', 2, { name: 'new' });
    await putNewer(cards, 'b', 2, { name: 'again' });
    await putNewer(cards, 'b', 1, { name: 'old' });
    expect(await cards.findOne({ _id: 'b' })).toEqual({ _id: 'b', version: 2, name: 'new' });
  });

  it('is stamped by the clock of the database where a field for it is named, and only when it changes', async () => {
    await putNewer(cards, 'd', 1, { name: 'first' }, 'changedAt');
    const first = await cards.findOne({ _id: 'd' });
    await putNewer(cards, 'd', 1, { name: 'again' }, 'changedAt');
    expect(await cards.findOne({ _id: 'd' })).toEqual(first);
    await putNewer(cards, 'd', 2, { name: 'second' }, 'changedAt');
    const second = await cards.findOne({ _id: 'd' });
    expect(first?.changedAt).toBeInstanceOf(Date);
    expect(second?.changedAt?.getTime()).toBeGreaterThanOrEqual(first?.changedAt?.getTime() ?? Infinity);
  });

  it('ends at the newest version however the events race', async () => {
    const versions = [3, 1, 8, 2, 7, 5, 4, 6];
    await Promise.all(versions.map((version) => putNewer(cards, 'c', version, { name: `v${String(version)}` })));
    expect(await cards.findOne({ _id: 'c' })).toEqual({ _id: 'c', version: 8, name: 'v8' });
  });
});
