import mongoose from 'mongoose';
import type { Connection, ConnectOptions } from 'mongoose';
import { ulid } from 'ulid';
import { infrastructure } from './infrastructure.ts';

/** A database nobody else uses, and the way to get rid of it. */
export interface FreshDatabase {
  readonly name: string;
  /** Address of the server with this database as the default one. */
  readonly url: string;
  readonly connection: Connection;
  /** Another connection to the same database: a second replica, or the same server through a proxy (`mongoUrl`). */
  connect(options?: ConnectOptions & { mongoUrl?: string }): Promise<Connection>;
  /** Drops the database and closes every connection handed out. */
  drop(): Promise<void>;
}

/** Creates a database whose name is `test-<purpose>-<ulid>`. Drop it when the suite ends. */
export async function freshDatabase(purpose: string): Promise<FreshDatabase> {
  const name = `test-${purpose}-${ulid().toLowerCase()}`;
  const { mongoUrl } = infrastructure();
  const connections: Connection[] = [];
  const connect: FreshDatabase['connect'] = async ({ mongoUrl: address = mongoUrl, ...options } = {}) => {
    const connection = mongoose.createConnection(withDatabase(address, name), {
      autoIndex: false,
      autoCreate: false,
      bufferCommands: false,
      serverSelectionTimeoutMS: 5000,
      // As services connect.
      retryWrites: false,
      ...options,
    });
    connections.push(connection);
    return connection.asPromise();
  };
  const connection = await connect();
  return {
    name,
    url: withDatabase(mongoUrl, name),
    connection,
    connect,
    drop: async () => {
      await connection.dropDatabase();
      await Promise.all(connections.map((open) => open.close(true)));
    },
  };
}

/** The same server address with `name` as its default database. */
export function withDatabase(mongoUrl: string, name: string): string {
  const url = new URL(mongoUrl);
  url.pathname = `/${name}`;
  return url.toString();
}
