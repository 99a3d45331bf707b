// @ts-check
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Waits for something another process does; a test that waits in vain runs into its own deadline.
 * @param {() => boolean | Promise<boolean>} holds
 */
export async function until(holds) {
  while (!(await holds())) await pause(25);
}
