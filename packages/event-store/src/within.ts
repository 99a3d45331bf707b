import { StoreUnavailable } from './types.ts';

/**
 * The outcome of `work`, or StoreUnavailable after `ms`. The driver waits for ever on a stalled connection;
 * the work itself may still finish later, so use it only where that does no harm.
 */
export function within<T>(ms: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new StoreUnavailable(`the database did not answer within ${String(ms)} ms`));
    }, ms);
    work.then(resolve, reject).finally(() => {
      clearTimeout(timer);
    });
  });
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

/** Doubling pauses with full jitter, so that replicas do not come back in step. */
export function backOff(attempt: number, { firstMs = 20, mostMs = 2000 } = {}): number {
  return Math.random() * Math.min(mostMs, firstMs * 2 ** Math.min(attempt, 16));
}
