import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const LOOKS_EVERY_MS = 5_000;
/** A process is at rest when it used less CPU than this since the last look, s; asking Kafka for news takes a third of it. */
const REST = 0.5;
/** So much more memory than after the last tidying is worth the next, MB. */
const WORTH_TIDYING = 10;
/** Pages go back to the system only after the collection that finds them empty. */
const COLLECTIONS = 3;

/** What a process uses, and what it may do about it. */
export interface Household {
  /** CPU used so far, s. */
  cpu(): number;
  /** Resident memory, MB. */
  memory(): number;
  /** Collects all garbage; tens of milliseconds in which nothing else runs. */
  collect(): void;
}

/**
 * Gives memory back once the work is done. The engine collects garbage when it needs room, so a process at rest would
 * keep for days what its busiest minute took: measured after 20,000 commands, 240 MB before and 124 MB after.
 */
export function createTidying({ cpu, memory, collect }: Household): { look(): void } {
  let usedBefore = cpu();
  // Starting up leaves the most behind, so the first rest is always worth it.
  let tidy = 0;
  let left = 0;
  return {
    look: () => {
      const used = cpu() - usedBefore;
      usedBefore += used;
      if (left === 0 && memory() - tidy >= WORTH_TIDYING) left = COLLECTIONS;
      if (left === 0 || used > REST) return;
      collect();
      left -= 1;
      tidy = memory();
      usedBefore = cpu();
    },
  };
}

/** Tidies this process whenever it comes to rest; keeps no process alive. */
export function tidyAtRest(): void {
  // The engine offers its collector only on request, and only to a context made after it.
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void; // what the flag promises
  const tidying = createTidying({
    cpu: () => {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1_000_000;
    },
    memory: () => process.memoryUsage.rss() / 1_048_576,
    collect,
  });
  setInterval(tidying.look, LOOKS_EVERY_MS).unref();
}
