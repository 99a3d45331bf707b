import { setTimeout as pause } from 'node:timers/promises';

const WAITS_MS = [10, 20, 40, 80, 150, 300];

/**
 * What another service has just registered arrives here a few milliseconds later. Who registers a firm and logs its
 * visit in the same breath should not be told that it is unknown, so a miss is looked up again for about half a second.
 */
export async function awaitKnown<Known>(find: () => Promise<Known | null>): Promise<Known | null> {
  let known = await find();
  for (const wait of WAITS_MS) {
    if (known !== null) break;
    await pause(wait);
    known = await find();
  }
  return known;
}
