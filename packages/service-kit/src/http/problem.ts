import type { Problem } from '@qucheng/contracts';
import type { MissingItem } from '@qucheng/contracts';

export type ProblemField = NonNullable<Problem['fields']>[number];

export interface ProblemDetails {
  readonly fields?: readonly ProblemField[];
  readonly missing?: readonly MissingItem[];
  /** Seconds, for 429 and 503. */
  readonly retryAfter?: number;
}

/** An answer that is not a success. Thrown anywhere below a route; the edge turns it into problem+json. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly status: number;
  readonly code: string;
  readonly details: ProblemDetails;
  constructor(status: number, code: string, details: ProblemDetails) {
    super(`${String(status)} ${code}`);
    this.status = status;
    this.code = code;
    this.details = details;
  }
}

/** `throw problem(404, 'not-found')`. The title comes from the message catalogues by `code`. */
export function problem(status: number, code: string, details: ProblemDetails = {}): ProblemError {
  return new ProblemError(status, code, details);
}

/** The value, or 404 when there is none. */
export function orAbsent<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw problem(404, 'not-found');
  return value;
}
