// @ts-check
import { constants } from 'node:os';

const SAME_REQUEST = 2_000;

/**
 * Runs `stop` once when this process is asked to end, or when the npm that started it is gone. Asking again later
 * runs `force` and ends the process at once.
 * @param {() => Promise<void>} stop
 * @param {() => void} force
 * @param {() => boolean} wasDone whether this process had done what it was started for when it was asked to end
 */
export function stopOnSignal(stop, force, wasDone) {
  /** @type {number | undefined} */
  let askedAt;
  /** @param {'SIGINT' | 'SIGTERM' | 'SIGHUP'} signal */
  const ask = (signal) => {
    if (askedAt !== undefined) {
      // One Ctrl-C arrives twice: from the terminal, and passed on by npm.
      if (Date.now() - askedAt < SAME_REQUEST) return;
      force();
      process.exit(130);
    }
    askedAt = Date.now();
    // As a shell tells a program that a signal ended: whoever waits for this one must not take it for a success.
    const code = wasDone() ? 0 : 128 + constants.signals[signal];
    stop().then(
      () => process.exit(code),
      (error) => {
        console.error(error);
        force();
        process.exit(1);
      },
    );
  };
  for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(name, ask);
  endWithParent(() => ask('SIGHUP'));
}

/** @param {() => void} ask */
function endWithParent(ask) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    ask();
  }, 1_000);
  timer.unref();
}
