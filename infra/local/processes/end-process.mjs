// @ts-check
import { setTimeout as pause } from 'node:timers/promises';
import { hasCode } from './has-code.mjs';
import { isAlive } from './process-record.mjs';

/** @typedef {import('./process-record.mjs').ProcessRecord} ProcessRecord */

/**
 * Asks a process we started to end, and ends it with its whole group, if it leads one, when it does not. Never touches a
 * process that merely has the same id.
 * @param {ProcessRecord} record
 * @param {number} patience milliseconds between asking and forcing
 */
export async function endProcess(record, patience) {
  if (!isAlive(record)) return;
  signal(record.pid, 'SIGTERM');
  // One that was stopped with Ctrl-Z would hear of it only when it goes on.
  signal(record.pid, 'SIGCONT');
  const deadline = Date.now() + patience;
  while (isAlive(record) && Date.now() < deadline) await pause(25);
  killGroup(record);
  while (isAlive(record)) await pause(25);
}

/**
 * Ends a process we started, and everything it started, at once.
 * @param {ProcessRecord} record
 */
export function killGroup(record) {
  if (!isAlive(record)) return;
  signal(-record.pid, 'SIGKILL');
  // A supervisor belongs to the group of the npm that started it.
  signal(record.pid, 'SIGKILL');
}

/**
 * @param {number} target
 * @param {NodeJS.Signals} name
 */
function signal(target, name) {
  try {
    process.kill(target, name);
  } catch (error) {
    // ESRCH: it ended between looking and asking, which is what was wanted.
    if (!hasCode(error, 'ESRCH')) throw error;
  }
}
