import { given } from '@qucheng/testing';
import { activityKind } from '../activity/activity.ts';
import type { ActivityEvent } from '../activity/activity.ts';
import { ann, at, attended, cancelled, firm, published, signedUp } from '../activity/activity-examples.ts';
import { checkIn } from './check-in.ts';
import type { CheckInPerson } from './check-in.ts';

const person: CheckInPerson = { personId: ann, enterpriseId: firm, method: 'roster', leftOn: null };
const checkingIn = (changes: Partial<CheckInPerson>, day: string, ...before: ActivityEvent[]) =>
  given(activityKind, published, ...before).when(checkIn, { ...person, ...changes }, at(day));

describe('checking in', () => {
  it.each(['qr', 'roster', 'paper'] as const)('records by %s who had signed up', (method) => {
    checkingIn({ method }, '2026-04-18', signedUp(ann)).then(attended(ann, method));
  });

  it.each(['roster', 'paper'] as const)('records a walk-in by %s', (method) => {
    checkingIn({ method }, '2026-04-18').then(attended(ann, method));
  });

  it.each([
    ['never signed up', []],
    ['waits', [signedUp(ann, true)]],
    ['cancelled', [signedUp(ann), cancelled(ann)]],
  ])('refuses by code who %s', (_, before) => {
    checkingIn({ method: 'qr' }, '2026-04-18', ...before).thenRefused('not-signed-up');
  });

  it('stays quiet when the same person comes twice', () => {
    checkingIn({ method: 'paper' }, '2026-04-18', attended(ann, 'qr')).thenNothingHappened();
  });

  it('refuses before the day', () => {
    checkingIn({}, '2026-04-17', signedUp(ann)).thenRefused('check-in-too-early');
  });

  it('takes a paper list a week later', () => {
    checkingIn({ method: 'paper' }, '2026-04-25').then(attended(ann, 'paper'));
  });

  it('refuses a paper list later than a week', () => {
    checkingIn({ method: 'paper' }, '2026-04-26').thenRefused('check-in-too-late');
  });

  it('records who left the firm after the activity', () => {
    checkingIn({ leftOn: '2026-04-19' }, '2026-04-20').then(attended(ann));
  });

  it('refuses who left the firm before it', () => {
    checkingIn({ leftOn: '2026-04-17' }, '2026-04-18').thenRefused('person-left');
  });

  it('remembers who came without having signed up', () => {
    const { state } = given(activityKind, published, attended(ann));
    expect(state).toMatchObject({ people: { [ann]: { status: 'attended', walkIn: true } } });
  });
});
