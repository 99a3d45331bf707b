import type { Connection } from 'mongoose';
import { createEventStore } from '../event-store.ts';
import type { Commit, EventStore, EventStoreOptions, Streams } from '../types.ts';
import { box } from './box.ts';
import type { Added, Box } from './box.ts';

export const silentLog: EventStoreOptions['log'] = { info: () => {}, warn: () => {}, error: () => {} };

export interface OpenStore {
  readonly store: EventStore;
  readonly boxes: Streams<Box, Added>;
  /** What was published, in order; in memory. */
  readonly journal: Commit[];
}

/** A started store that publishes to a list. */
export async function openStore(
  connection: Connection,
  options: Partial<EventStoreOptions> = {},
  journal: Commit[] = [],
): Promise<OpenStore> {
  const store = createEventStore({
    connection,
    log: silentLog,
    publish: (commits) => {
      journal.push(...commits);
      return Promise.resolve();
    },
    ...options,
  });
  const boxes = store.streams(box);
  await store.start();
  return { store, boxes, journal };
}
