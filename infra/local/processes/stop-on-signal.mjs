// @ts-check

const SAME_REQUEST = 2_000;

/**
 * Runs `stop` once when this process is asked to end, or when the npm that started it is gone. Asking again later
 * runs `force` and ends the process at once.
 * @param {() => Promise<void>} stop
 * @param {() => void} force
 */
export function stopOnSignal(stop, force) {
  /** @type {number | undefined} */
  let askedAt;
  const ask = () => {
    if (askedAt !== undefined) {
      // One Ctrl-C arrives twice: from the terminal, and passed on by npm.
      if (Date.now() - askedAt < SAME_REQUEST) return;
      force();
      process.exit(130);
    }
    askedAt = Date.now();
    stop().then(
      () => process.exit(0),
      (error) => {
        console.error(error);
        force();
        process.exit(1);
      },
    );
  };
  for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(name, ask);
  endWithParent(ask);
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
