import type { Logger } from '@qucheng/service-kit';
import { setTimeout as pause } from 'node:timers/promises';

/** Least time between two writes: cards that change again meanwhile are written once. */
const WRITE_EVERY_MS = 250;
const LONGEST_PAUSE_MS = 5_000;

/** Writes what has changed together, behind those who changed it. */
export interface WriteBehind {
  /** Resolves once everything that has changed until now is written: at once after a rest, else with the next write. */
  soon(): Promise<void>;
  /** The same for somebody who waits: the next write does not wait for its time. */
  now(): Promise<void>;
  /** What is not written yet comes again: its offsets are not committed. */
  stop(): void;
}

/** `write` takes all there is and puts back what it could not write; it is repeated until it succeeds. */
export function createWriteBehind(write: () => Promise<void>, log: Logger, everyMs = WRITE_EVERY_MS): WriteBehind {
  let next: Promise<void> | undefined;
  let last = Promise.resolve();
  let startedAt = -Infinity;
  let hurry = new AbortController();
  const stopping = new AbortController();

  const rest = async (ms: number): Promise<void> => {
    if (ms <= 0) return;
    const signal = AbortSignal.any([hurry.signal, stopping.signal]);
    await pause(ms, undefined, { signal, ref: false }).catch(() => undefined);
  };

  const run = async (): Promise<void> => {
    await rest(startedAt + everyMs - performance.now());
    hurry = new AbortController();
    // From here on changes belong to the next write.
    next = undefined;
    startedAt = performance.now();
    for (let wait = 100; !stopping.signal.aborted; wait = Math.min(wait * 2, LONGEST_PAUSE_MS)) {
      try {
        await write();
        return;
      } catch (error) {
        log.warn({ error }, 'cards and timeline could not be written; trying again');
        await rest(wait);
      }
    }
    throw new Error('stopped before everything was written');
  };

  const soon = (): Promise<void> => {
    if (next === undefined) {
      next = last.then(run);
      last = next.catch(() => undefined);
    }
    return next;
  };

  return {
    soon,
    now: () => {
      hurry.abort();
      return soon();
    },
    stop: () => {
      stopping.abort();
    },
  };
}
