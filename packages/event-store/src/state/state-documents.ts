import type { Connection, mongo } from 'mongoose';
import { DURABLE } from '../collections.ts';
import type { StateDocument } from '../collections.ts';
import type { EventStoreOptions } from '../types.ts';
import { within } from '../within.ts';

const EVERY_MS = 1000;
const AT_ONCE = 256;
const ANSWER_WITHIN_MS = 5000;

/** Writes state documents later, together, in the background. Losing them costs time, never truth. */
export interface StateDocuments {
  /** The newest document of a stream replaces an older one that was not written yet. */
  write(document: StateDocument): void;
  /** Writes what waits. Never throws. */
  flush(): Promise<void>;
  start(): void;
  stop(): Promise<void>;
}

export function createStateDocuments(parts: {
  readonly connection: Connection;
  readonly states: mongo.Collection<StateDocument>;
  readonly log: EventStoreOptions['log'];
  readonly checkpoint?: EventStoreOptions['checkpoint'];
}): StateDocuments {
  const waiting = new Map<string, StateDocument>();
  let timer: NodeJS.Timeout | undefined;
  let flushing: Promise<void> | undefined;

  // One transaction for many replacements is one sync to disk; each replaced alone would be one each.
  async function replace(documents: readonly StateDocument[]): Promise<void> {
    const operations = documents.map((replacement) => ({
      replaceOne: { filter: { _id: replacement._id }, replacement, upsert: true },
    }));
    const session = await parts.connection.startSession();
    try {
      session.startTransaction(DURABLE);
      const written = parts.states.bulkWrite(operations, { session, ordered: false, ignoreUndefined: true });
      await within(ANSWER_WITHIN_MS, written);
      await within(ANSWER_WITHIN_MS, session.commitTransaction());
    } finally {
      await session.endSession();
    }
  }

  async function writeWaiting(): Promise<void> {
    while (waiting.size > 0) {
      const documents = [...waiting.values()].slice(0, AT_ONCE);
      for (const { _id } of documents) waiting.delete(_id);
      try {
        if (parts.checkpoint) await parts.checkpoint('before-state');
        await replace(documents);
      } catch (error) {
        parts.log.warn({ err: error, states: documents.length }, 'state documents were not written');
      }
    }
    flushing = undefined;
  }

  const flush = (): Promise<void> => (flushing ??= writeWaiting());

  return {
    write: (document) => {
      waiting.set(document._id, document);
    },
    flush,
    start: () => {
      timer = setInterval(() => void flush(), EVERY_MS);
      timer.unref();
    },
    stop: async () => {
      clearInterval(timer);
      await flush();
    },
  };
}
