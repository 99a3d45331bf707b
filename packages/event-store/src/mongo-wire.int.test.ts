import { freshDatabase } from '@qucheng/testing';
import type { FreshDatabase } from '@qucheng/testing';
import { mongo } from 'mongoose';
import { DURABLE } from './collections.ts';

interface Row {
  _id: string;
  key?: string | number;
  group?: string;
  open?: boolean;
  at?: Date;
}

// mongod and the local MongoDB-wire server have to agree on exactly this.
describe('the database server, as far as the event store relies on it,', () => {
  let database: FreshDatabase;
  let rows: mongo.Collection<Row>;

  beforeAll(async () => {
    database = await freshDatabase('mongo-wire');
  });
  beforeEach(async () => {
    rows = database.connection
      .getClient()
      .db(database.name)
      .collection<Row>(`rows-${String(Math.random())}`);
    await rows.createIndex({ key: 1 }, { unique: true });
    await rows.createIndex({ group: 1, key: 1 });
  });
  afterAll(() => database.drop());

  async function failureOf(work: Promise<unknown>): Promise<unknown> {
    return work.then(
      () => undefined,
      (error: unknown) => error,
    );
  }

  it('keeps every other document of an unordered insert and names the duplicates by their index', async () => {
    await rows.insertOne({ _id: 'taken', key: 'taken' });
    const batch: Row[] = [
      { _id: 'a', key: 'a' },
      { _id: 'taken', key: 'b' },
      { _id: 'c', key: 'taken' },
      { _id: 'd', key: 'd' },
    ];
    const failure = await failureOf(rows.insertMany(batch, { ordered: false, ...DURABLE }));
    expect(failure).toBeInstanceOf(mongo.MongoBulkWriteError);
    const errors = failure instanceof mongo.MongoBulkWriteError ? [failure.writeErrors].flat() : [];
    expect(errors.map(({ index, code }) => [index, code])).toEqual([
      [1, 11000],
      [2, 11000],
    ]);
    expect((await rows.find().sort({ _id: 1 }).toArray()).map(({ _id }) => _id)).toEqual(['a', 'd', 'taken']);
  });

  it('lets exactly one of many parallel inserts of the same unique value in', async () => {
    const tries = Array.from({ length: 16 }, (_, index) => rows.insertOne({ _id: String(index), key: 'same' }));
    const outcomes = await Promise.allSettled(tries);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await rows.countDocuments()).toBe(1);
  });

  it('holds a partial unique index only over the documents it covers', async () => {
    await rows.createIndex({ group: 1 }, { unique: true, partialFilterExpression: { open: true }, name: 'one-open' });
    await rows.insertMany([
      { _id: '1', key: 1, group: 'g', open: false },
      { _id: '2', key: 2, group: 'g', open: false },
      { _id: '3', key: 3, group: 'g', open: true },
    ]);
    const failure = await failureOf(rows.insertOne({ _id: '4', key: 4, group: 'g', open: true }));
    expect(failure).toMatchObject({ code: 11000 });
  });

  it('leaves undefined fields out instead of storing null', async () => {
    const unset = { _id: 'a', key: 'a', group: undefined } as unknown as Row;
    await rows.insertMany([unset], { ignoreUndefined: true });
    expect(await rows.findOne({ _id: 'a' })).toEqual({ _id: 'a', key: 'a' });
  });

  it('reads a window of a compound index in order', async () => {
    const batch = [5, 1, 4, 2, 3].map((key) => ({ _id: String(key), group: 'g', key }));
    await rows.insertMany(batch);
    const window = await rows
      .find({ group: 'g', key: { $gt: 1, $lte: 4 } })
      .sort({ key: 1 })
      .toArray();
    expect(window.map(({ key }) => key)).toEqual([2, 3, 4]);
  });

  it('sorts and ranges by _id as by bytes', async () => {
    const ids = ['box-b@1', 'box-a@2', 'box-a@1', 'boxes-a@1'];
    await rows.insertMany(ids.map((_id) => ({ _id, key: _id })));
    const found = await rows
      .find({ _id: { $gt: 'box-', $lt: 'box.' } })
      .sort({ _id: 1 })
      .toArray();
    expect(found.map(({ _id }) => _id)).toEqual(['box-a@1', 'box-a@2', 'box-b@1']);
  });

  it('grants and judges leases by its own clock', async () => {
    const fromNow = (amount: number) => ({ $dateAdd: { startDate: '$$NOW', unit: 'millisecond', amount } });
    const lapsed = { $expr: { $lt: ['$at', '$$NOW'] } };
    await rows.updateOne({ _id: 'held' }, [{ $set: { at: fromNow(60_000), key: 1 } }], { upsert: true });
    await rows.updateOne({ _id: 'lapsed' }, [{ $set: { at: fromNow(-1), key: 2 } }], { upsert: true });
    expect((await rows.find(lapsed).toArray()).map(({ _id }) => _id)).toEqual(['lapsed']);
    const claim = (_id: string) =>
      rows.findOneAndUpdate({ _id, ...lapsed }, [{ $set: { at: fromNow(60_000) } }], { returnDocument: 'after' });
    expect(await claim('held')).toBeNull();
    const claims = await Promise.all([claim('lapsed'), claim('lapsed'), claim('lapsed')]);
    expect(claims.filter((claimed) => claimed !== null)).toHaveLength(1);
  });

  it('makes all or nothing of a transaction visible', async () => {
    await rows.insertOne({ _id: 'a', key: 'a' });
    const session = await database.connection.startSession();
    session.startTransaction(DURABLE);
    await rows.replaceOne({ _id: 'a' }, { key: 'changed' }, { session });
    await rows.replaceOne({ _id: 'b' }, { key: 'b' }, { session, upsert: true });
    expect(await rows.find().toArray()).toEqual([{ _id: 'a', key: 'a' }]);
    await session.commitTransaction();
    await session.endSession();
    expect(await rows.find().sort({ _id: 1 }).toArray()).toEqual([
      { _id: 'a', key: 'changed' },
      { _id: 'b', key: 'b' },
    ]);
  });
});
