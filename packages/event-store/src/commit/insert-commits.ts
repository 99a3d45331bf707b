import { mongo } from 'mongoose';
import { DURABLE } from '../collections.ts';
import type { Commit } from '../types.ts';
import { within } from '../within.ts';

const ANSWER_WITHIN_MS = 3000;
const DUPLICATE_KEY = 11000;

/** What became of one commit. All four are final. */
export type Fate =
  | { readonly kind: 'stored' }
  /** Another command took this version of the stream. */
  | { readonly kind: 'overtaken' }
  /** The commandId had been accepted before. */
  | { readonly kind: 'repeated'; readonly first: Commit }
  /** This document cannot be stored at all (too large, not serialisable, refused by the server). */
  | { readonly kind: 'rejected'; readonly error: Error };

const STORED: Fate = { kind: 'stored' };
const OVERTAKEN: Fate = { kind: 'overtaken' };

/**
 * Inserts a batch in one call and tells each commit's fate. Throws when the outcome is unknown. Calling it again with
 * the same documents settles it: an insert that arrived after all shows up as a duplicate of itself and counts as
 * stored, whichever of the two attempts the server saw first.
 */
export async function insertCommits(commits: mongo.Collection<Commit>, batch: readonly Commit[]): Promise<Fate[]> {
  try {
    await within(ANSWER_WITHIN_MS, commits.insertMany(batch, { ordered: false, ignoreUndefined: true, ...DURABLE }));
    return batch.map(() => STORED);
  } catch (error) {
    if (wasNeverSent(error)) return insertOneByOne(commits, batch, error);
    return fatesAfter(error, commits, batch);
  }
}

async function fatesAfter(
  error: unknown,
  commits: mongo.Collection<Commit>,
  batch: readonly Commit[],
): Promise<Fate[]> {
  if (!(error instanceof mongo.MongoBulkWriteError)) throw error;
  const failures = new Map([error.writeErrors].flat().map((failure) => [failure.index, failure]));
  // No failure of a single document: the call as a whole failed, or was not yet safe on a majority.
  if (failures.size === 0 || error.result.getWriteConcernError() !== undefined) throw error;

  const duplicates = batch.filter((_, index) => failures.get(index)?.code === DUPLICATE_KEY);
  const firsts = await readByCommandId(commits, duplicates);
  return batch.map((commit, index) => {
    const failure = failures.get(index);
    if (failure === undefined) return STORED;
    if (failure.code !== DUPLICATE_KEY) {
      return { kind: 'rejected', error: new Error(failure.errmsg ?? 'the database refused a commit') };
    }
    const first = firsts.get(commit.commandId);
    if (first === undefined) return OVERTAKEN;
    return first.writer === commit.writer && first.seq === commit.seq ? STORED : { kind: 'repeated', first };
  });
}

async function readByCommandId(
  commits: mongo.Collection<Commit>,
  wanted: readonly Commit[],
): Promise<ReadonlyMap<string, Commit>> {
  if (wanted.length === 0) return new Map();
  const found = commits.find({ commandId: { $in: wanted.map((commit) => commit.commandId) } }).toArray();
  return new Map((await within(ANSWER_WITHIN_MS, found)).map((commit) => [commit.commandId, commit]));
}

// The driver serialises the whole batch before it sends any of it: one bad document fails the others with it.
function wasNeverSent(error: unknown): error is Error {
  if (error instanceof mongo.MongoInvalidArgumentError || error instanceof mongo.BSON.BSONError) return true;
  return error instanceof RangeError || error instanceof TypeError;
}

async function insertOneByOne(
  commits: mongo.Collection<Commit>,
  batch: readonly Commit[],
  error: Error,
): Promise<Fate[]> {
  if (batch.length === 1) return [{ kind: 'rejected', error }];
  const fates: Fate[] = [];
  for (const commit of batch) fates.push(...(await insertCommits(commits, [commit])));
  return fates;
}
