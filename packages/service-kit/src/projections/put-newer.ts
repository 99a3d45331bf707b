import type { mongo } from 'mongoose';
import { isOnlyDuplicates } from './is-only-duplicates.ts';

/** A document fed by events of one stream, with the version of the newest one it has seen. */
export interface Versioned {
  readonly _id: string;
  readonly version: number;
}

/**
 * Merges `changes` into the document `_id`, or creates it, unless it has already seen `version` or a newer one: events
 * delivered twice or by a member that has lost its partition change nothing. One atomic update by plain `_id`. The field
 * `stamp`, where one is named, gets the database's own time, which is the same for all who write.
 */
export async function putNewer<Document extends Versioned>(
  collection: mongo.Collection<Document>,
  _id: Document['_id'],
  version: number,
  changes: Partial<Omit<Document, '_id' | 'version'>>,
  stamp?: keyof Document & string,
): Promise<void> {
  const stamped = stamp === undefined ? {} : { [stamp]: '$$NOW' };
  const merged = { $mergeObjects: ['$$ROOT', { $literal: { ...changes, version } }, stamped] };
  const seen = { $gte: [{ $ifNull: ['$version', 0] }, version] };
  // The driver cannot see through a generic document that `_id` is one of its keys.
  const filter = { _id } as mongo.Filter<Document>;
  const put = () =>
    collection.updateOne(filter, [{ $replaceWith: { $cond: [seen, '$$ROOT', merged] } }], { upsert: true });
  try {
    await put();
  } catch (error) {
    // Two first events at once: the loser's upsert fails, and finds the winner's document the second time.
    if (!isOnlyDuplicates(error)) throw error;
    await put();
  }
}
