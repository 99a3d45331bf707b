// @ts-check
import { Refusal } from './processes/one-supervisor.mjs';
import { createSupervisor } from './processes/supervisor.mjs';

/** @typedef {import('./home.mjs').Home} Home */
/** @typedef {import('./processes/supervisor.mjs').Supervisor} Supervisor */

/** @param {string} text */
export function note(text) {
  console.log(`[${new Date().toTimeString().slice(0, 8)}] ${text}`);
}

/**
 * Runs a command as the supervisor of a home. When it fails, what it started is stopped and the process ends.
 * @param {Home} home
 * @param {(supervisor: Supervisor) => Promise<void>} command
 */
export async function runSupervised(home, command) {
  const supervisor = await createSupervisor(home, note).catch(giveUp);
  try {
    await command(supervisor);
  } catch (error) {
    // While everything stops, what was still starting fails; that is no news.
    if (supervisor.stopping()) return;
    await supervisor.stopAll();
    giveUp(error);
  }
}

/**
 * Ends this process with a sentence when the reason is known, else with everything that is known.
 * @param {unknown} error
 * @returns {never}
 */
export function giveUp(error) {
  console.error(error instanceof Refusal ? `\n${error.message}` : error);
  process.exit(1);
}
