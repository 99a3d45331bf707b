import { problem } from '@qucheng/service-kit';

/** Runs at most `limit` works at once and lets `queue` more wait; beyond that it refuses with 503. */
export function atMost(limit: number, queue: number): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running >= limit) {
      if (waiting.length >= queue) throw problem(503, 'unavailable', { retryAfter: 2 });
      // whoever finishes hands its place on
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else {
      running += 1;
    }
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
