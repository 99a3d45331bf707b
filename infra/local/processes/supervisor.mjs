// @ts-check
import { keepRunning } from './keep-running.mjs';
import { becomeSupervisor } from './one-supervisor.mjs';
import { stopOnSignal } from './stop-on-signal.mjs';

/** @typedef {import('../home.mjs').Home} Home */
/** @typedef {import('./keep-running.mjs').Kept} Kept */
/** @typedef {import('./keep-running.mjs').Program} Program */

/** What is stopped first: the door lets nobody in, the services finish, then the servers may go. */
const LAYERS = /** @type {const} */ (['door', 'service', 'server']);

/** @typedef {typeof LAYERS[number]} Layer */

/**
 * @typedef {object} Supervisor
 * @property {Home} home
 * @property {(text: string) => void} note
 * @property {(program: Program, layer: Layer) => Kept} keep
 * @property {() => Promise<void>} stopAll
 * @property {() => boolean} stopping
 * @property {() => void} stayUp from here on this process lives, without any server of its own too, until it is asked to
 *   end; asked before, it has failed
 */

/**
 * The one process that keeps everything of a home running. From here on a signal stops all of it, in order.
 * @param {Home} home
 * @param {(text: string) => void} note
 * @returns {Promise<Supervisor>} fails with a Refusal when the home has a supervisor already
 */
export async function createSupervisor(home, note) {
  const giveBack = await becomeSupervisor(home, note);
  /** @type {{ kept: Kept, layer: Layer }[]} */
  const all = [];
  let stopped = false;
  let staysUp = false;

  async function stopAll() {
    stopped = true;
    for (const layer of LAYERS) {
      await Promise.all(all.filter((one) => one.layer === layer).map((one) => one.kept.stop()));
    }
    giveBack();
  }

  /**
   * @param {Program} program
   * @param {Layer} layer
   */
  function keep(program, layer) {
    if (stopped) throw new Error(`${program.name} is not started any more: everything is stopping.`);
    const kept = keepRunning(program, home, note);
    all.push({ kept, layer });
    return kept;
  }

  function stayUp() {
    staysUp = true;
    setInterval(() => undefined, 60_000);
  }

  stopOnSignal(
    stopAll,
    () => all.forEach((one) => one.kept.kill()),
    () => staysUp,
  );
  return {
    home,
    note,
    keep,
    stopAll,
    stopping: () => stopped,
    stayUp,
  };
}
