import { createHash, randomBytes } from 'node:crypto';
import type { Connection } from 'mongoose';

interface SessionDocument {
  /** SHA-256 of the session id: who reads the database cannot sign in with it. */
  readonly _id: string;
  readonly accountId: string;
  readonly startedAt: Date;
  readonly seenAt: Date;
  /** For the server's own clearing away; whether a session holds is decided when it is read. */
  readonly endsAt: Date;
}

const HOUR_MS = 3_600_000;
export const IDLE_MS = 12 * HOUR_MS;
export const LONGEST_MS = 7 * 24 * HOUR_MS;
/** A session in use is marked as seen this often at most: marking is a write. */
const MARK_EVERY_MS = 10 * 60_000;

const keyOf = (session: string): string => createHash('sha256').update(session).digest('base64url');

export function createSessionStore({ db }: Connection, clock: () => Date) {
  if (db === undefined) throw new Error('the session store needs an open connection');
  const collection = db.collection<SessionDocument>('sessions');
  return {
    createIndexes: async (): Promise<void> => {
      await collection.createIndex({ endsAt: 1 }, { expireAfterSeconds: 0, name: 'ended-sessions' });
      await collection.createIndex({ accountId: 1 }, { name: 'sessions-of-an-account' });
    },
    /** A new session id: 256 random bits, kept nowhere but with its holder. */
    open: async (accountId: string): Promise<string> => {
      const session = randomBytes(32).toString('base64url');
      const now = clock();
      await collection.insertOne({
        _id: keyOf(session),
        accountId,
        startedAt: now,
        seenAt: now,
        endsAt: new Date(now.getTime() + LONGEST_MS),
      });
      return session;
    },
    /** The account of a session that holds: used within 12 hours and begun within 7 days. */
    accountOf: async (session: string): Promise<string | undefined> => {
      const _id = keyOf(session);
      const found = await collection.findOne({ _id });
      if (found === null) return undefined;
      const now = clock().getTime();
      if (now - found.seenAt.getTime() > IDLE_MS || now - found.startedAt.getTime() > LONGEST_MS) {
        await collection.deleteOne({ _id });
        return undefined;
      }
      if (now - found.seenAt.getTime() > MARK_EVERY_MS)
        await collection.updateOne({ _id }, { $set: { seenAt: new Date(now) } });
      return found.accountId;
    },
    /** Ends every session of an account, but for the one that is named. */
    closeAll: async (accountId: string, except?: string): Promise<void> => {
      await collection.deleteMany({ accountId, ...(except === undefined ? {} : { _id: { $ne: keyOf(except) } }) });
    },
    close: async (session: string): Promise<void> => {
      await collection.deleteOne({ _id: keyOf(session) });
    },
  };
}
export type SessionStore = ReturnType<typeof createSessionStore>;
