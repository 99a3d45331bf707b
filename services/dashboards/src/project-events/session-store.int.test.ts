import { createLog } from '@qucheng/service-kit';
import { freshDatabase, type FreshDatabase } from '@qucheng/testing';
import { createWritingSession } from './session-store.ts';

interface Box {
  readonly _id: string;
  readonly by: string;
}

const log = createLog('test', 'silent');
let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase('sessions');
});
afterAll(() => database.drop());

it('goes on at once where a killed process left a transaction open', async () => {
  const elsewhere = await database.connect();
  const killed = createWritingSession(elsewhere, log);
  const successor = createWritingSession(database.connection, log);
  const boxes = database.connection.collection<Box>('boxes');
  await killed.start();
  let fall: () => void = () => undefined;
  const hanging = new Promise<void>((_, reject) => (fall = () => reject(new Error('killed'))));
  const written = new Promise<void>((resolve) => {
    void killed
      .writeTogether(async (session) => {
        await elsewhere.collection<Box>('boxes').insertOne({ _id: 'a', by: 'killed' }, { session });
        resolve();
        await hanging;
      })
      .catch(() => undefined);
  });
  await written;

  await successor.start();
  await successor.writeTogether(async (session) => {
    await boxes.replaceOne({ _id: 'a' }, { by: 'successor' }, { session, upsert: true });
  });
  fall();
  expect(await boxes.findOne({ _id: 'a' })).toEqual({ _id: 'a', by: 'successor' });
  await Promise.all([killed.stop(), successor.stop()]);
}, 20_000);

it('writes nothing more once another process has begun to write, and says so', async () => {
  const elsewhere = await database.connect();
  const ends: Error[] = [];
  const first = createWritingSession(elsewhere, log, (error) => ends.push(error));
  const second = createWritingSession(database.connection, log, (error) => ends.push(error));
  const put = (writer: typeof first, connection: typeof elsewhere, by: string) =>
    writer.writeTogether(async (session) => {
      await connection.collection<Box>('boxes').replaceOne({ _id: 'b' }, { by }, { session, upsert: true });
    });
  const writtenBy = async () => (await elsewhere.collection<Box>('boxes').findOne({ _id: 'b' }))?.by;
  await first.start();
  await put(first, elsewhere, 'first');
  await second.start();

  await expect(put(first, elsewhere, 'first, again')).rejects.toThrow('another process');
  expect([ends.length, await writtenBy()]).toEqual([1, 'first']);
  await put(second, database.connection, 'second');
  expect([ends.length, await writtenBy()]).toEqual([1, 'second']);
  await Promise.all([first.stop(), second.stop()]);
}, 20_000);
