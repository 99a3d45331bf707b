import { pino } from 'pino';
import type { Logger } from 'pino';

/** Errors whose messages are written by us or by the language: they name code, not data. */
const SPEAKING = new Set([
  'Error',
  'TypeError',
  'RangeError',
  'ReferenceError',
  'ProblemError',
  'StoreUnavailable',
  'PermanentError',
  'AssertionError',
]);

/** An error by allow-list: what it is and where it came from. Messages of other libraries may quote stored data. */
export function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { name: typeof error };
  const frames = error.stack
    ?.split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 8);
  const { code } = error as { code?: unknown }; // Node and MongoDB put a code there, others do not
  return {
    name: error.name,
    ...(SPEAKING.has(error.name) ? { message: error.message } : {}),
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    at: frames?.map((line) => line.trim()),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}

/** One JSON line per fact on stdout. Lines carry ids, never names, phones, tokens or bodies. */
export function createLog(service: string, level: string): Logger {
  return pino(
    {
      level,
      base: { service },
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: {
        err: describeError,
        error: (error: unknown) => (error instanceof Error ? describeError(error) : error),
      },
    },
    // Written at once: the last line before a process ends by a signal is the one that is looked for.
    pino.destination({ dest: 1, sync: true }),
  );
}
