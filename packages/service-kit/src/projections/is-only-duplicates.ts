import { mongo } from 'mongoose';

const DUPLICATE_KEY = 11_000;

/**
 * Whether a write failed for nothing but documents that were there already (E11000): one insert, an upsert, or every
 * failed document of an unordered `insertMany`. False when a majority has not confirmed the ones that went in.
 */
export function isOnlyDuplicates(error: unknown): boolean {
  if (!(error instanceof mongo.MongoBulkWriteError)) {
    return error instanceof mongo.MongoServerError && error.code === DUPLICATE_KEY;
  }
  const failed = [error.writeErrors].flat();
  const confirmed = error.result.getWriteConcernError() === undefined;
  return confirmed && failed.length > 0 && failed.every(({ code }) => code === DUPLICATE_KEY);
}
