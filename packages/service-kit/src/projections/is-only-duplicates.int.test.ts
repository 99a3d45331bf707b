import { freshDatabase } from '@qucheng/testing';
import type { FreshDatabase } from '@qucheng/testing';
import type { mongo } from 'mongoose';
import { isOnlyDuplicates } from './is-only-duplicates.ts';

interface Named {
  readonly _id: string;
  readonly name?: string;
}

describe('a write that fails', () => {
  let database: FreshDatabase;
  let named: mongo.Collection<Named>;
  const failureOf = (write: Promise<unknown>): Promise<unknown> =>
    write.then(
      () => undefined,
      (error: unknown) => error,
    );
  beforeAll(async () => {
    database = await freshDatabase('duplicates');
    named = database.connection.collection<Named>('named');
    await named.createIndex({ name: 1 }, { unique: true });
    await named.insertMany([
      { _id: 'a', name: '甲' },
      { _id: 'b', name: '乙' },
    ]);
  });
  afterAll(() => database.drop());

  it('is one of duplicates only, when a single document was there', async () => {
    expect(isOnlyDuplicates(await failureOf(named.insertOne({ _id: 'a' })))).toBe(true);
    expect(
      isOnlyDuplicates(await failureOf(named.updateOne({ _id: 'c' }, { $set: { name: '甲' } }, { upsert: true }))),
    ).toBe(true);
  });

  it('is one of duplicates only, when some or all of many were there', async () => {
    const all = [{ _id: 'a' }, { _id: 'b' }];
    expect(isOnlyDuplicates(await failureOf(named.insertMany(all, { ordered: false })))).toBe(true);
    const one = [{ _id: 'd', name: '丁' }, { _id: 'a' }];
    expect(isOnlyDuplicates(await failureOf(named.insertMany(one, { ordered: false })))).toBe(true);
    expect(await named.findOne({ _id: 'd' })).toEqual({ _id: 'd', name: '丁' });
  });

  it('is something else, when the server refused it or never saw it', async () => {
    const unknownOperator = named.updateOne({ _id: 'a' }, { $nothing: { name: '丙' } });
    expect(isOnlyDuplicates(await failureOf(unknownOperator))).toBe(false);
    expect(isOnlyDuplicates(new Error('E11000'))).toBe(false);
    expect(isOnlyDuplicates(undefined)).toBe(false);
  });
});
