import { createHash } from 'node:crypto';
import { newId } from '@qucheng/service-kit';
import type { Connection } from 'mongoose';

interface AttemptDocument {
  readonly _id: string;
  /** Hashed: what people type into the account field is sometimes their password. */
  readonly key: string;
  readonly at: Date;
}

const WINDOW_MS = 60_000;
/** Tries per minute: one account, and one address, behind which a whole office may sit. */
const LIMITS = { account: 10, address: 60 } as const;

/**
 * How often an account or an address was tried in the last minute. Kept in MongoDB, so replicas share it; every try is
 * a document of its own, because many writers on one counter would wait for each other.
 */
export function createAttemptStore({ db }: Connection, clock: () => Date) {
  if (db === undefined) throw new Error('the attempt store needs an open connection');
  const collection = db.collection<AttemptDocument>('sign-in-attempts');
  return {
    createIndexes: async (): Promise<void> => {
      await collection.createIndex({ key: 1, at: 1 }, { name: 'recent-attempts' });
      // Made-up accounts are tried once and never counted again.
      await collection.createIndex({ at: 1 }, { expireAfterSeconds: 600, name: 'past-attempts' });
    },
    /** Notes the try; false when it is one too many. */
    allow: async (account: string, address: string): Promise<boolean> => {
      const now = clock();
      const since = new Date(now.getTime() - WINDOW_MS);
      const tried = [
        { key: keyOf('account', account), limit: LIMITS.account },
        { key: keyOf('address', address), limit: LIMITS.address },
      ];
      // noted before it is counted: parallel tries see each other
      await collection.insertMany(tried.map(({ key }) => ({ _id: newId(), key, at: now })));
      await collection.deleteMany({ key: { $in: tried.map(({ key }) => key) }, at: { $lt: since } });
      const counts = await Promise.all(tried.map(({ key }) => collection.countDocuments({ key })));
      return tried.every(({ limit }, place) => (counts[place] ?? 0) <= limit);
    },
  };
}
export type AttemptStore = ReturnType<typeof createAttemptStore>;

function keyOf(kind: keyof typeof LIMITS, value: string): string {
  return `${kind}:${createHash('sha256').update(value.toLowerCase()).digest('base64url')}`;
}
