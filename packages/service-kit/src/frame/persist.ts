import type { Logger } from '../types.ts';

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;

/** Repeats until it works: servers may start after us, and a service that dies for that only hides what is missing. */
export async function persist<Result>(what: string, log: Logger, work: () => Promise<Result>): Promise<Result> {
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    try {
      return await work();
    } catch (error) {
      log.warn({ error, pauseMs: pause }, `waiting for ${what}`);
      await new Promise((resolve) => setTimeout(resolve, pause * (0.5 + Math.random() / 2)));
    }
  }
}
