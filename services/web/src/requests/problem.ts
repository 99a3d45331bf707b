import type { Problem } from '@qucheng/contracts';

/** An answer that says no: `title` in the reader's language, `fields` and `missing` where they apply. */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

export async function problemFrom(response: Response): Promise<ProblemError> {
  const fallback = { type: 'about:blank', title: '', status: response.status, code: `http-${String(response.status)}` };
  try {
    const body = (await response.json()) as Partial<Problem>; // checked below for what the screens rely on
    if (typeof body.code === 'string' && typeof body.title === 'string')
      return new ProblemError({ ...fallback, ...body });
  } catch {
    // Not JSON: a proxy in between answered.
  }
  return new ProblemError(fallback);
}

export function problemOf(error: unknown): Problem | null {
  return error instanceof ProblemError ? error.problem : null;
}

/** Only what may pass by itself is worth asking again. */
export function isWorthRetrying(error: unknown): boolean {
  const status = problemOf(error)?.status;
  return status === undefined || status === 0 || status >= 500;
}
