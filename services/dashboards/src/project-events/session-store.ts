import type { Logger } from '@qucheng/service-kit';
import type { ClientSession, Connection, mongo } from 'mongoose';

/** The session the running process writes in, told in the database so that its successor knows it. */
interface SessionDocument {
  readonly _id: 'cards';
  readonly lsid: mongo.Binary;
}

/** Writes many documents in one transaction: one sync to disk. */
export interface WritingSession {
  start(): Promise<void>;
  /** One after the other: a session has one transaction at a time. */
  writeTogether(write: (session: ClientSession) => Promise<void>): Promise<void>;
  stop(): Promise<void>;
}

/**
 * A process killed in the middle of a transaction leaves its documents locked until the server gives the transaction
 * up, a minute later. Its successor ends the session it left instead, and goes on at once.
 */
export function createWritingSession(connection: Connection, log: Logger): WritingSession {
  const sessions = connection.collection<SessionDocument>('writingSessions');
  let session: ClientSession | undefined;

  const endLeftOver = async (): Promise<void> => {
    const left = await sessions.findOne({ _id: 'cards' });
    if (left !== null) await connection.db?.command({ killSessions: [{ id: left.lsid }] });
  };

  return {
    async start() {
      await endLeftOver().catch((error: unknown) => {
        log.warn({ error: String(error) }, 'a session left over could not be ended; its transaction ends by itself');
      });
      session = await connection.startSession();
      const lsid = session.id?.id;
      if (lsid !== undefined) await sessions.replaceOne({ _id: 'cards' }, { lsid }, { upsert: true });
    },

    async writeTogether(write) {
      if (session === undefined) throw new Error('the writing session has not been started');
      await session.withTransaction(write);
    },

    async stop() {
      await session?.endSession();
    },
  };
}
