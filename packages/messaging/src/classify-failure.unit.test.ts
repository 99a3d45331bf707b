import { classifyFailure } from './classify-failure.ts';
import { PermanentError } from './types.ts';

const named = (name: string, options?: ErrorOptions): Error => Object.assign(new Error('why', options), { name });

describe('classifying a failure', () => {
  it('takes a PermanentError at its word', () => {
    const failure = classifyFailure(new PermanentError('unknown-firm', 'no such firm'));
    expect(failure).toEqual({ kind: 'permanent', reason: 'unknown-firm', message: 'no such firm' });
  });

  it.each(['ZodError', 'ValidationError', 'StrictModeError'])('takes a %s for data that never passes', (name) => {
    expect(classifyFailure(named(name))).toMatchObject({ kind: 'permanent', reason: 'invalid' });
  });

  it.each(['TypeError', 'RangeError', 'AssertionError'])('takes a %s for a defect', (name) => {
    expect(classifyFailure(named(name)).kind).toBe('defect');
  });

  it('takes a TypeError that hides a network failure, as fetch throws it, for transient', () => {
    const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    expect(classifyFailure(named('TypeError', { cause: refused })).kind).toBe('transient');
  });

  it.each([named('MongoNetworkError'), named('Error'), 'a thrown string', undefined])(
    'takes anything else for transient (%s)',
    (thrown) => {
      expect(classifyFailure(thrown).kind).toBe('transient');
    },
  );
});
