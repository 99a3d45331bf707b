import { setImmediate } from 'node:timers/promises';
import { StoreUnavailable } from '../types.ts';
import type { Commit, EventStoreOptions } from '../types.ts';
import { backOff, pause } from '../within.ts';
import type { Fate } from './insert-commits.ts';

/** A caller waits this long at most; its commit may still be stored, and a repeat of the command will find out. */
const CALLER_WAITS_MS = 6000;

export type Committed = { readonly commit: Commit; readonly fate: Fate };

interface Waiting<Draft> {
  readonly draft: Draft;
  readonly since: number;
  readonly resolve: (committed: Committed) => void;
  readonly reject: (error: Error) => void;
}

export interface GroupCommit<Draft> {
  /** Resolves with the commit as it was sent and its fate; rejects with StoreUnavailable. */
  add(draft: Draft): Promise<Committed>;
  /** Resolves when nothing waits and nothing is under way. */
  idle(): Promise<void>;
  /** Gives up what is waiting and what cannot be settled. */
  abort(): void;
}

/**
 * Stores drafts in groups: the next group goes out when the last one is settled, so whoever arrives during a flush
 * shares the next one, and one flush is one fsync however many commands it carries.
 */
export function createGroupCommit<Draft>(parts: {
  readonly limit: number;
  readonly stamp: (drafts: readonly Draft[]) => Promise<Commit[]> | Commit[];
  readonly insert: (batch: readonly Commit[]) => Promise<Fate[]>;
  readonly onStored: (commits: readonly Commit[]) => void;
  readonly log: EventStoreOptions['log'];
  readonly checkpoint?: EventStoreOptions['checkpoint'];
}): GroupCommit<Draft> {
  let waiting: Waiting<Draft>[] = [];
  let running: Promise<void> | undefined;
  let aborted = false;

  const isLate = ({ since }: Waiting<Draft>): boolean => performance.now() - since > CALLER_WAITS_MS;

  async function flushAll(): Promise<void> {
    while (waiting.length > 0) {
      // One turn of the event loop lets every request that is already here share this flush.
      await setImmediate();
      giveUpOn(waiting.filter(isLate));
      const group = waiting.slice(0, parts.limit);
      waiting = waiting.slice(parts.limit);
      await flush(group);
    }
    running = undefined;
  }

  async function flush(group: readonly Waiting<Draft>[]): Promise<void> {
    let batch: Commit[] | undefined;
    for (let attempt = 0; !aborted; attempt += 1) {
      try {
        batch ??= await parts.stamp(group.map(({ draft }) => draft));
        if (parts.checkpoint) await parts.checkpoint('before-flush');
        const fates = await parts.insert(batch);
        if (parts.checkpoint) await parts.checkpoint('after-flush');
        answer(group, batch, fates);
        return;
      } catch (error) {
        parts.log.warn({ err: error, attempt, commits: group.length }, 'a flush was not answered; settling it');
        giveUpOn([...group, ...waiting].filter(isLate));
        await pause(backOff(attempt));
      }
    }
    giveUpOn(group);
  }

  function answer(group: readonly Waiting<Draft>[], batch: readonly Commit[], fates: readonly Fate[]): void {
    const stored = batch.filter((_, index) => fates[index]?.kind === 'stored');
    if (stored.length > 0) parts.onStored(stored);
    group.forEach((one, index) => {
      const commit = batch[index];
      const fate = fates[index];
      if (commit !== undefined && fate !== undefined) one.resolve({ commit, fate });
    });
  }

  // The commits of a group under way stay in the group: their outcome has to be known before the next one goes out.
  function giveUpOn(late: readonly Waiting<Draft>[]): void {
    if (late.length === 0) return;
    const gone = new Set(late);
    waiting = waiting.filter((one) => !gone.has(one));
    for (const one of late) one.reject(new StoreUnavailable('the command could not be stored in time'));
  }

  return {
    add: (draft) =>
      new Promise((resolve, reject) => {
        if (aborted) return reject(new StoreUnavailable('the store has stopped'));
        waiting.push({ draft, since: performance.now(), resolve, reject });
        running ??= flushAll();
      }),
    idle: async () => {
      while (running) await running;
    },
    abort: () => {
      aborted = true;
      giveUpOn(waiting);
    },
  };
}
