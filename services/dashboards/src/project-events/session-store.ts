import type { Logger } from '@qucheng/service-kit';
import type { ClientSession, Connection, mongo } from 'mongoose';

/** The session the running process writes in, told in the database so that its successor knows it. */
interface SessionDocument {
  readonly _id: 'cards';
  readonly lsid: mongo.Binary;
  readonly writes: number;
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
 * up, a minute later. Its successor ends the session it left instead, and goes on at once. Where the other process was
 * not dead, it finds with its next write that it has been succeeded, and ends: two that count and write side by side
 * would each know half of the facts.
 */
export function createWritingSession(
  connection: Connection,
  log: Logger,
  onSucceeded: (error: Error) => void = endProcess,
): WritingSession {
  const sessions = connection.collection<SessionDocument>('writingSessions');
  let own: { readonly session: ClientSession; readonly lsid: mongo.Binary } | undefined;

  const endLeftOver = async (): Promise<void> => {
    const left = await sessions.findOne({ _id: 'cards' });
    if (left !== null) await connection.db?.command({ killSessions: [{ id: left.lsid }] });
  };

  return {
    async start() {
      await endLeftOver().catch((error: unknown) => {
        log.warn({ error: String(error) }, 'a session left over could not be ended; its transaction ends by itself');
      });
      const session = await connection.startSession();
      const lsid = session.id?.id;
      if (lsid === undefined) throw new Error('a session that has just been started has an id');
      await sessions.replaceOne({ _id: 'cards' }, { lsid, writes: 0 }, { upsert: true });
      own = { session, lsid };
    },

    async writeTogether(write) {
      if (own === undefined) throw new Error('the writing session has not been started');
      const { session, lsid } = own;
      await session.withTransaction(async () => {
        // A write, not a look: so that this transaction and a successor's start cannot both go through unseen.
        const { matchedCount } = await sessions.updateOne({ _id: 'cards', lsid }, { $inc: { writes: 1 } }, { session });
        if (matchedCount === 0) {
          const error = new Error('another process writes the cards now');
          onSucceeded(error);
          throw error;
        }
        await write(session);
      });
    },

    async stop() {
      await own?.session.endSession();
    },
  };
}

/** Where nobody catches it: how a process ends is for whoever runs it to say. */
function endProcess(error: Error): void {
  queueMicrotask(() => {
    throw error;
  });
}
