import { delay } from './waiting.ts';

/**
 * kafkajs fetches again as soon as every batch of a fetch is handled, and each fetch names every partition, on both
 * sides. At a few hundred messages a second that is a fetch for each of them, and half of the work. So the first batch of a
 * fetch lasts at least `everyMs`: what arrives meanwhile comes with the next fetch. A message after a rest does not wait.
 */
export function createFetchPace(everyMs: number): (handle: () => Promise<void>) => Promise<void> {
  let paced = false;
  return async (handle) => {
    // Only one batch of a fetch waits: the others give their places to the partitions behind them.
    if (paced) return handle();
    paced = true;
    const began = performance.now();
    try {
      await handle();
      const early = began + everyMs - performance.now();
      if (early > 0) await delay(early);
    } finally {
      paced = false;
    }
  };
}
