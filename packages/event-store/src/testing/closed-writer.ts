import type { Connection } from 'mongoose';
import { openCollections } from '../collections.ts';

/** True once a writer has been closed by somebody else, drained and let go. */
export async function hasClosedWriter(connection: Connection): Promise<boolean> {
  const writers = await openCollections(connection).writers.find().toArray();
  return writers.some(({ closedAt, leaseUntil }) => closedAt !== null && leaseUntil.getTime() === 0);
}
