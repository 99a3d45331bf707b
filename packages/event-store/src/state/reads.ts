import type { mongo } from 'mongoose';
import type { Collections, StateDocument } from '../collections.ts';
import { commitId } from '../commit/commit-id.ts';
import type { Commit } from '../types.ts';
import { within } from '../within.ts';
import { inBatches } from './in-batches.ts';

const ANSWER_WITHIN_MS = 3000;

/** Most streams never grow longer: what is read of one of which nothing is known. */
export const BEGINNING = 16;
const FIRST_VERSIONS = Array.from({ length: BEGINNING }, (_, place) => place + 1);

/** Everything a command or a query asks the database. Throws StoreUnavailable when it does not answer. */
export interface Reads {
  /** All commits of a stream, oldest first. */
  history(stream: string): Promise<Commit[]>;
  /** Those that begin within the first `BEGINNING` versions. */
  beginning(stream: string): Promise<Commit[]>;
  /** Those after `version`. */
  after(stream: string, version: number): Promise<Commit[]>;
  /** Whether the stream has gone on after `version`. */
  hasMoved(stream: string, version: number): Promise<boolean>;
  /** The commit of this command, if it was accepted before. */
  accepted(commandId: string): Promise<Commit | undefined>;
  stateDocument(stream: string): Promise<StateDocument | undefined>;
}

export function createReads({ commits, states }: Collections): Reads {
  const among = (keys: readonly string[]): { $in: string[] } => ({ $in: [...keys] });
  const inOrder = (filter: mongo.Filter<Commit>): Promise<Commit[]> =>
    within(ANSWER_WITHIN_MS, commits.find(filter).sort({ stream: 1, version: 1 }).toArray());
  const histories = inBatches(
    (streams) => inOrder({ stream: among(streams) }),
    ({ stream }) => stream,
  );
  // By `_id`: the local MongoDB-wire server scans the collection for many streams with a range of versions.
  const beginnings = inBatches(
    (streams) =>
      inOrder({ _id: among(streams.flatMap((stream) => FIRST_VERSIONS.map((first) => commitId(stream, first)))) }),
    ({ stream }) => stream,
  );
  const byId = inBatches(
    (ids) => within(ANSWER_WITHIN_MS, commits.find({ _id: among(ids) }).toArray()),
    ({ _id }) => _id,
  );
  const byCommandId = inBatches(
    (ids) => within(ANSWER_WITHIN_MS, commits.find({ commandId: among(ids) }).toArray()),
    ({ commandId }) => commandId,
  );
  const documents = inBatches(
    (streams) => within(ANSWER_WITHIN_MS, states.find({ _id: among(streams) }).toArray()),
    ({ _id }) => _id,
  );

  return {
    history: histories,
    beginning: beginnings,
    after: (stream, version) => {
      const newer = commits.find({ stream, version: { $gt: version } }).sort({ version: 1 });
      return within(ANSWER_WITHIN_MS, newer.toArray());
    },
    hasMoved: async (stream, version) => (await byId(commitId(stream, version + 1))).length > 0,
    accepted: async (commandId) => (await byCommandId(commandId))[0],
    stateDocument: async (stream) => (await documents(stream))[0],
  };
}
