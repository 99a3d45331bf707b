import { eventually, freshDatabase, infrastructure, startFaultProxy } from '@qucheng/testing';
import type { FaultProxy, FreshDatabase } from '@qucheng/testing';
import { mongo } from 'mongoose';
import { isOutOfReach } from './out-of-reach.ts';

interface Named {
  readonly _id: string;
  readonly name?: string;
}
type Collection = mongo.Collection<Named>;

const WRITES: Readonly<Record<string, (into: Collection, _id: string) => Promise<unknown>>> = {
  insertOne: (into, _id) => into.insertOne({ _id }),
  insertMany: (into, _id) => into.insertMany([{ _id }], { ordered: false }),
  updateOne: (into, _id) => into.updateOne({ _id }, { $set: { name: '甲' } }, { upsert: true }),
  replaceOne: (into, _id) => into.replaceOne({ _id }, { name: '甲' }, { upsert: true }),
  bulkWrite: (into, _id) => into.bulkWrite([{ insertOne: { document: { _id } } }], { ordered: false }),
};

describe('a database out of reach', () => {
  let proxy: FaultProxy;
  let database: FreshDatabase;
  let direct: Collection;
  let through: Collection;
  const failureOf = (write: Promise<unknown>): Promise<unknown> =>
    write.then(
      () => undefined,
      (error: unknown) => error,
    );
  beforeAll(async () => {
    const { mongoUrl } = infrastructure();
    proxy = await startFaultProxy(mongoUrl);
    database = await freshDatabase('out-of-reach');
    const connection = await database.connect({ mongoUrl: proxy.through(mongoUrl) });
    direct = database.connection.collection<Named>('named');
    through = connection.collection<Named>('named');
  });
  afterAll(async () => {
    await database.drop();
    await proxy.close();
  });

  describe.each(Object.entries(WRITES))('by %s', (name, write) => {
    it('is told from its refusals when the connection is cut before the write is sent', async () => {
      await through.findOne({});
      proxy.reset();
      expect(isOutOfReach(await failureOf(write(through, `${name}-sent`)))).toBe(true);
    });

    it('is told from its refusals when the answer is lost', async () => {
      await through.findOne({});
      proxy.loseAnswers();
      const failure = failureOf(write(through, `${name}-stored`));
      await eventually('it is stored', async () => (await direct.findOne({ _id: `${name}-stored` })) !== null);
      proxy.heal();
      proxy.reset();
      expect(isOutOfReach(await failure)).toBe(true);
    });
  });

  it.each([91, 189, 10_107, 11_600, 11_602])('is also one that changes its primary (%i)', (code) => {
    expect(isOutOfReach(new mongo.MongoServerError({ message: 'not primary', code }))).toBe(true);
  });

  it('is not one that refuses, nor a mistake of ours', async () => {
    await direct.insertOne({ _id: 'there' });
    const refused = [
      direct.insertOne({ _id: 'there' }),
      direct.insertMany([{ _id: 'there' }], { ordered: false }),
      direct.updateOne({ _id: 'there' }, { $nothing: { name: '乙' } }),
      direct.bulkWrite([{ updateOne: { filter: { _id: 'there' }, update: { $nothing: { name: '乙' } } } }]),
      direct.insertMany([{ _id: 'large', name: 'x'.repeat(17_000_000) }]),
    ];
    for (const failure of await Promise.all(refused.map(failureOf))) {
      expect(failure).toBeInstanceOf(Error);
      expect(isOutOfReach(failure)).toBe(false);
    }
    expect(isOutOfReach(new TypeError('undefined is not a function'))).toBe(false);
    expect(isOutOfReach(Object.assign(new Error('no such file'), { code: 'ENOENT', syscall: 'open' }))).toBe(false);
    expect(isOutOfReach('a thrown string')).toBe(false);
  });
});
