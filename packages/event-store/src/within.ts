import { isOutOfReach } from './out-of-reach.ts';
import { StoreUnavailable } from './types.ts';

/**
 * The outcome of `work`, or StoreUnavailable when the database is out of reach or silent for `ms` (the driver waits for
 * ever on a stalled connection). The work itself may still finish later: use it only where that does no harm.
 */
export function within<T>(ms: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new StoreUnavailable(`the database did not answer within ${String(ms)} ms`));
    }, ms);
    work
      .then(resolve, (error: unknown) => {
        reject(
          isOutOfReach(error) ? new StoreUnavailable('the database is out of reach', { cause: error }) : asError(error),
        );
      })
      .finally(() => {
        clearTimeout(timer);
      });
  });
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

/** Does not keep a process alive that has nothing else to do. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}

/** Doubling pauses with full jitter, so that replicas do not come back in step. */
export function backOff(attempt: number, { firstMs = 20, mostMs = 2000 } = {}): number {
  return Math.random() * Math.min(mostMs, firstMs * 2 ** Math.min(attempt, 16));
}
