import type { Connection, mongo } from 'mongoose';
import type { Commit } from './types.ts';

/** Where a stream stood at some version. Only spares replaying: never the truth, harmless to lose. */
export interface StateDocument {
  readonly _id: string;
  readonly version: number;
  readonly streetId: string;
  readonly state: unknown;
  /** `stateRevision` of the kind that wrote it; another revision is not read. */
  readonly revision: number;
  /** The last commit folded in: what a following commit of another writer has to wait for. */
  readonly last: Place;
}

/** A place in the relay's order. */
export interface Place {
  readonly writer: string;
  readonly seq: number;
}

/** One incarnation of a process that writes commits, and how far its commits are published. */
export interface WriterDocument {
  readonly _id: string;
  /** Who may publish this writer's commits: itself, or, once it is closed, whoever drains it. */
  readonly owner: string;
  readonly leaseUntil: Date;
  /** Every commit up to here is published, except those in `doubtful`. */
  readonly published: number;
  /** Numbers a drain found missing that an insert still under way might fill. */
  readonly doubtful: readonly number[];
  /** Set for good by the first drain: the writer itself takes a new name when it sees it. */
  readonly closedAt: Date | null;
  /** Largest number of commits the writer has under way at once. */
  readonly flushLimit: number;
}

export interface Collections {
  readonly commits: mongo.Collection<Commit>;
  readonly states: mongo.Collection<StateDocument>;
  readonly writers: mongo.Collection<WriterDocument>;
}

export const DURABLE = { writeConcern: { w: 'majority', journal: true } } as const;

export function openCollections(connection: Connection): Collections {
  const { db } = connection;
  if (db === undefined) throw new Error('the event store needs an open connection');
  return {
    commits: db.collection<Commit>('commits'),
    states: db.collection<StateDocument>('states'),
    writers: db.collection<WriterDocument>('writers'),
  };
}

/**
 * `_id` decides races and `commandId` decides repeats. The other two serve reading: a range of `_id` would find a
 * stream as well, but the local MongoDB-wire server answers ranges of `_id` by scanning the collection.
 */
export async function createIndexes({ commits }: Collections): Promise<void> {
  await commits.createIndex({ commandId: 1 }, { unique: true, name: 'one-commit-per-command' });
  await commits.createIndex({ stream: 1, version: 1 }, { name: 'stream-order' });
  await commits.createIndex({ writer: 1, seq: 1 }, { name: 'relay-order' });
}
