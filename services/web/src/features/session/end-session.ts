import { problemOf } from '../../requests/problem.ts';

/** Resolves when the session is over, also when it was before; rejects while it may still hold. */
export async function endSession(ask: () => Promise<unknown>): Promise<void> {
  try {
    await ask();
  } catch (error) {
    if (problemOf(error)?.status !== 401) throw error;
  }
}
