import { refuse, refuseAbsent, refuseConflict } from '@qucheng/event-store';
import { PermanentError } from '@qucheng/messaging';
import { expectAccepted } from './expect-accepted.ts';

const event = { id: 'activity-01J@3' };

describe('the outcome of a reaction', () => {
  it('is passed on when it was accepted', () => {
    const outcome = { version: 3, events: [], repeated: true };
    expect(expectAccepted(event, outcome)).toBe(outcome);
  });

  it.each([
    ['of another street', refuseAbsent(), 'not-found'],
    ['refused by a rule', refuse('box-full'), 'box-full'],
  ])('is set aside with its reason when it is %s', (_, refusal, reason) => {
    const look = () => expectAccepted(event, refusal);
    expect(look).toThrow(PermanentError);
    expect(look).toThrow(expect.objectContaining({ reason }));
  });

  it('is tried again when others were faster every time', () => {
    const look = () => expectAccepted(event, refuseConflict());
    expect(look).toThrow('activity-01J@3 lost every race');
    expect(look).not.toThrow(PermanentError);
  });
});
