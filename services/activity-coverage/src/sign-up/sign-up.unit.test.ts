import { given } from '@qucheng/testing';
import { activityKind } from '../activity/activity.ts';
import type { ActivityEvent } from '../activity/activity.ts';
import { ann, at, attended, bo, cancelled, chen, firm, published, signedUp } from '../activity/activity-examples.ts';
import { signUp } from './sign-up.ts';

const person = (personId: string) => ({ personId, enterpriseId: firm, leftOn: null });
const signingUp = (personId: string, ...before: ActivityEvent[]) =>
  given(activityKind, ...before).when(signUp, person(personId), at('2026-04-10'));

describe('signing up', () => {
  it('takes a free seat', () => {
    signingUp(ann, published).then(signedUp(ann));
  });

  it('goes to the waiting list when all seats are taken', () => {
    signingUp(chen, published, signedUp(ann), signedUp(bo)).then(signedUp(chen, true));
  });

  it('counts a walk-in as a taken seat', () => {
    signingUp(chen, published, signedUp(ann), attended(bo)).then(signedUp(chen, true));
  });

  it.each([
    ['is signed up', [signedUp(ann)]],
    ['waits', [signedUp(ann, true)]],
    ['is there', [attended(ann)]],
  ])('stays quiet when the person already %s', (_, before) => {
    signingUp(ann, published, ...before).thenNothingHappened();
  });

  it('takes somebody back who had cancelled', () => {
    signingUp(ann, published, signedUp(ann), cancelled(ann)).then(signedUp(ann));
  });

  it('is over at the closing time', () => {
    given(activityKind, published).when(signUp, person(ann), at('2026-04-17', '18:00')).thenRefused('sign-up-closed');
  });

  it('refuses who has left the firm', () => {
    given(activityKind, published)
      .when(signUp, { ...person(ann), leftOn: '2026-04-01' }, at('2026-04-10'))
      .thenRefused('person-left');
  });

  it('knows no activity that was never published', () => {
    signingUp(ann).thenRefused('not-found');
  });
});
