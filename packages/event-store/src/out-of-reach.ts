import { mongo } from 'mongoose';

/** What the driver throws when a question did not reach the database, or its answer did not come back. */
const NOT_ANSWERED = new Set([
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoServerSelectionError',
  'MongoNotConnectedError',
  'MongoPoolClearedError',
  'MongoWaitQueueTimeoutError',
  'MongoTopologyClosedError',
]);

/** What a replica set answers while it goes down or changes its primary. */
const BETWEEN_PRIMARIES = new Set([
  91, // ShutdownInProgress
  189, // PrimarySteppedDown
  10_107, // NotWritablePrimary
  11_600, // InterruptedAtShutdown
  11_602, // InterruptedDueToReplStateChange
  13_435, // NotPrimaryNoSecondaryOk
  13_436, // NotPrimaryOrSecondary
]);

/** Now and then the driver passes an error of the socket on as it is. */
const CONNECTION_LOST = new Set(['ECONNRESET', 'ECONNREFUSED', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH']);

/** Whether the database is away for now, and was not asked for something it refuses: asked again, it may answer. */
export function isOutOfReach(error: unknown): boolean {
  // By shape: an error of the socket may come from another realm.
  if (typeof error !== 'object' || error === null) return false;
  const { name, code } = error as { readonly name?: unknown; readonly code?: unknown };
  if (NOT_ANSWERED.has(String(name)) || CONNECTION_LOST.has(String(code))) return true;
  if (!(error instanceof mongo.MongoServerError)) return false;
  return typeof code === 'number' ? BETWEEN_PRIMARIES.has(code) : isBrokenOff(error);
}

/** The driver dresses a lost connection as the failure of a bulk write, in which then nothing has failed. */
function isBrokenOff(error: mongo.MongoServerError): boolean {
  if (!(error instanceof mongo.MongoBulkWriteError)) return false;
  return [error.writeErrors].flat().length === 0 && error.result.getWriteConcernError() === undefined;
}
