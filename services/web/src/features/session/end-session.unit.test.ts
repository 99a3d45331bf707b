import { ProblemError } from '../../requests/problem.ts';
import { endSession } from './end-session.ts';

const answered = (status: number) => () =>
  Promise.reject(new ProblemError({ type: 'about:blank', title: '', status, code: 'any' }));

describe('signing out', () => {
  it('is done when the office says so, or when there was no session left', async () => {
    await expect(endSession(() => Promise.resolve(undefined))).resolves.toBeUndefined();
    await expect(endSession(answered(401))).resolves.toBeUndefined();
  });

  it.each([0, 503])('is not done with status %d, as the session may still hold', async (status) => {
    await expect(endSession(answered(status))).rejects.toBeInstanceOf(ProblemError);
  });
});
