import { freshDatabase } from '@qucheng/testing';
import { createAttemptStore } from './attempt-store.ts';

describe('tries to sign in', () => {
  it('are cleared away by the database itself, so that made-up accounts do not fill it', async () => {
    const database = await freshDatabase('attempts');
    const connection = await database.connect();
    const attempts = createAttemptStore(connection, () => new Date());
    await attempts.createIndexes();
    expect(await attempts.allow('nobody', '10.0.0.1')).toBe(true);
    const indexes = await connection.collection('sign-in-attempts').indexes();
    expect(indexes).toContainEqual(expect.objectContaining({ key: { at: 1 }, expireAfterSeconds: 600 }));
    await database.drop();
  });
});
