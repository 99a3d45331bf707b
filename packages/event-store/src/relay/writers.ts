import type { mongo } from 'mongoose';
import { DURABLE } from '../collections.ts';
import type { WriterDocument } from '../collections.ts';
import { within } from '../within.ts';

const ANSWER_WITHIN_MS = 3000;
const LONG_AGO = new Date(0);

/** How far a writer's commits are published. */
export interface Watermark {
  readonly published: number;
  readonly doubtful: readonly number[];
}

/** The writers' documents. Every lease is granted and judged by the server's clock. */
export interface Writers {
  register(name: string, flushLimit: number): Promise<void>;
  /** Moves the watermark and renews the lease. False when `owner` does not own the writer any more. */
  advance(name: string, owner: string, watermark: Watermark): Promise<boolean>;
  /** Takes over a writer whose lease has lapsed and closes it for good; undefined when somebody else was faster. */
  claim(name: string, owner: string): Promise<WriterDocument | undefined>;
  /** Gives the lease back, so that the next one need not wait for it to lapse. */
  release(name: string, owner: string): Promise<void>;
  remove(name: string): Promise<void>;
  find(name: string): Promise<WriterDocument | undefined>;
  lapsed(): Promise<WriterDocument[]>;
}

export function openWriters(collection: mongo.Collection<WriterDocument>, leaseMs: number): Writers {
  const fromNow = { $dateAdd: { startDate: '$$NOW', unit: 'millisecond', amount: leaseMs } };
  const answer = <T>(work: Promise<T>): Promise<T> => within(ANSWER_WITHIN_MS, work);

  return {
    register: async (name, flushLimit) => {
      const fresh = { owner: name, published: 0, doubtful: [], closedAt: null, flushLimit, leaseUntil: fromNow };
      await answer(collection.updateOne({ _id: name }, [{ $set: fresh }], { upsert: true, ...DURABLE }));
    },
    advance: async (name, owner, { published, doubtful }) => {
      const moved = [{ $set: { published, doubtful, leaseUntil: fromNow } }];
      const { matchedCount } = await answer(collection.updateOne({ _id: name, owner }, moved, DURABLE));
      return matchedCount === 1;
    },
    claim: async (name, owner) => {
      const closed = [{ $set: { owner, leaseUntil: fromNow, closedAt: { $ifNull: ['$closedAt', '$$NOW'] } } }];
      const free = { _id: name, $expr: { $lt: ['$leaseUntil', '$$NOW'] } };
      const claimed = collection.findOneAndUpdate(free, closed, { returnDocument: 'after', ...DURABLE });
      return (await answer(claimed)) ?? undefined;
    },
    release: async (name, owner) => {
      await answer(collection.updateOne({ _id: name, owner }, { $set: { leaseUntil: LONG_AGO } }, DURABLE));
    },
    remove: async (name) => {
      await answer(collection.deleteOne({ _id: name }, DURABLE));
    },
    find: async (name) => (await answer(collection.findOne({ _id: name }))) ?? undefined,
    lapsed: () => answer(collection.find({ $expr: { $lt: ['$leaseUntil', '$$NOW'] } }).toArray()),
  };
}
