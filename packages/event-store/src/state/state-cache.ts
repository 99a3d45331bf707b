import type { Place } from '../collections.ts';

/** Where a stream stands. */
export interface Standing<State = unknown> {
  readonly state: State;
  readonly version: number;
  readonly streetId: string;
  readonly last: Place;
  /** Commits folded in since the state document was written. */
  readonly unsaved: number;
}

/** The states used last, by stream. A stale one costs a lost race, never a wrong fact. */
export interface StateCache {
  get(stream: string): Standing | undefined;
  set(stream: string, standing: Standing): void;
  delete(stream: string): void;
}

export function createStateCache(limit: number): StateCache {
  // A Map remembers the order of insertion: re-inserting on use keeps the least recently used entry first.
  const standings = new Map<string, Standing>();
  return {
    get: (stream) => {
      const standing = standings.get(stream);
      if (standing === undefined) return undefined;
      standings.delete(stream);
      standings.set(stream, standing);
      return standing;
    },
    set: (stream, standing) => {
      standings.delete(stream);
      standings.set(stream, standing);
      if (standings.size <= limit) return;
      for (const oldest of standings.keys()) {
        standings.delete(oldest);
        return;
      }
    },
    delete: (stream) => {
      standings.delete(stream);
    },
  };
}
