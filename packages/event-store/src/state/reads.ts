import type { Collections, StateDocument } from '../collections.ts';
import { commitId } from '../commit/commit-id.ts';
import type { Commit } from '../types.ts';
import { within } from '../within.ts';
import { inBatches } from './in-batches.ts';

const ANSWER_WITHIN_MS = 3000;

/** Everything a command or a query asks the database. Throws StoreUnavailable when it does not answer. */
export interface Reads {
  /** All commits of a stream, oldest first. */
  history(stream: string): Promise<Commit[]>;
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
  const histories = inBatches(
    (streams) =>
      within(
        ANSWER_WITHIN_MS,
        commits
          .find({ stream: among(streams) })
          .sort({ stream: 1, version: 1 })
          .toArray(),
      ),
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
    after: (stream, version) => {
      const newer = commits.find({ stream, version: { $gt: version } }).sort({ version: 1 });
      return within(ANSWER_WITHIN_MS, newer.toArray());
    },
    hasMoved: async (stream, version) => (await byId(commitId(stream, version + 1))).length > 0,
    accepted: async (commandId) => (await byCommandId(commandId))[0],
    stateDocument: async (stream) => (await documents(stream))[0],
  };
}
