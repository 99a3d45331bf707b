import mongoose from 'mongoose';
import type { Connection } from 'mongoose';
import type { BaseConfig, Logger } from '../types.ts';
import { persist } from './persist.ts';

mongoose.set({
  strict: 'throw',
  strictQuery: 'throw',
  sanitizeFilter: true,
  autoIndex: false,
  autoCreate: false,
  bufferCommands: false,
});

/** The service's own connection to its own database. Waits until the server is there. */
export async function connect({ mongoUrl, mongoDb }: BaseConfig, log: Logger): Promise<Connection> {
  return persist('MongoDB', log, async () => {
    const connection = mongoose.createConnection(mongoUrl, {
      dbName: mongoDb,
      autoIndex: false,
      autoCreate: false,
      bufferCommands: false,
      maxPoolSize: 30,
      serverSelectionTimeoutMS: 5_000,
      connectTimeoutMS: 5_000,
      waitQueueTimeoutMS: 5_000,
      // Whatever writes here may write again, so nothing is gained; and the server would note every write in its session.
      retryWrites: false,
      writeConcern: { w: 'majority', journal: true, wtimeoutMS: 5_000 },
    });
    try {
      return await connection.asPromise();
    } catch (error) {
      await connection.close(true).catch(() => undefined);
      throw error;
    }
  });
}

/** Whether the database answers within a second. */
export async function answers(connection: Connection): Promise<boolean> {
  const { db } = connection;
  if (db === undefined || connection.readyState !== mongoose.ConnectionStates.connected) return false;
  return db.command({ ping: 1 }, { timeoutMS: 1_000 }).then(
    () => true,
    () => false,
  );
}
