import { NEXT_ACTIONS } from '@qucheng/contracts';
import { ACTION_NEEDS, loudAction } from './actions.ts';

describe('the one filled button', () => {
  it('knows every action the rules may name', () => {
    expect(Object.keys(ACTION_NEEDS).sort()).toEqual([...NEXT_ACTIONS].sort());
  });

  it('is the next action where the reader may do it', () => {
    expect(loudAction('apply', [{ action: 'confirm-roster' }], () => true)).toBe('apply');
  });

  it('is the first thing the reader may do otherwise', () => {
    expect(
      loudAction(
        'approve',
        [{ action: 'approve' }, { action: 'log-visit' }],
        (action) => action !== 'formation.decide',
      ),
    ).toBe('log-visit');
  });

  it('is not there when everything waits for others', () => {
    expect(loudAction('approve', [{ action: 'approve' }], () => false)).toBeNull();
    expect(loudAction(null, [], () => true)).toBeNull();
    expect(loudAction('fly', [{}], () => true)).toBeNull();
  });
});
