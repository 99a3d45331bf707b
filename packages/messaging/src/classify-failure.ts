import { PermanentError } from './types.ts';

/**
 * - `permanent`: retrying cannot help, said by the handler or plain from the data → dead letter at once
 * - `defect`: the code broke on this message → dead letter when it keeps breaking
 * - `transient`: everything else → retried until it works, never a dead letter
 */
export type Failure =
  | { readonly kind: 'permanent'; readonly reason: string; readonly message: string }
  | { readonly kind: 'defect'; readonly reason: string; readonly message: string }
  | { readonly kind: 'transient'; readonly message: string };

/** Schema and model refusals of libraries, by name: none of them passes on a second try. */
const REFUSED_DATA = new Set(['ZodError', '$ZodError', 'ValidationError', 'CastError', 'StrictModeError', 'BSONError']);

/** Native errors mean a defect, unless a network failure is below them (fetch throws a TypeError for it). */
const DEFECTS = new Set(['TypeError', 'RangeError', 'ReferenceError', 'SyntaxError', 'AssertionError', 'URIError']);

/** Names instead of instanceof: errors may come from another realm or another copy of a library. */
export function classifyFailure(thrown: unknown): Failure {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const message = `${error.name}: ${error.message}`;
  if (isPermanent(thrown)) return { kind: 'permanent', reason: thrown.reason, message: thrown.message };
  if (REFUSED_DATA.has(error.name)) return { kind: 'permanent', reason: 'invalid', message };
  if (DEFECTS.has(error.name) && !hasNetworkCause(error)) return { kind: 'defect', reason: 'defect', message };
  return { kind: 'transient', message };
}

function isPermanent(thrown: unknown): thrown is PermanentError {
  return (
    thrown instanceof PermanentError ||
    (thrown instanceof Error &&
      thrown.name === 'PermanentError' &&
      typeof (thrown as PermanentError).reason === 'string')
  );
}

function hasNetworkCause(error: Error): boolean {
  const { cause } = error;
  if (!(cause instanceof Error)) return false;
  return 'code' in cause || hasNetworkCause(cause);
}
