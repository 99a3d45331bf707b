import { given } from '@qucheng/testing';
import { activityKind } from '../activity/activity.ts';
import type { ActivityEvent } from '../activity/activity.ts';
import { ann, at, attended, bo, cancelled, chen, published, signedUp } from '../activity/activity-examples.ts';
import { cancelSignUp } from './cancel-sign-up.ts';

const dan = '01HP000000000000000000000D';
const cancelling = (personId: string, ...before: ActivityEvent[]) =>
  given(activityKind, published, ...before).when(cancelSignUp, { personId }, at('2026-04-10'));

describe('cancelling a sign-up', () => {
  it('gives the seat back', () => {
    cancelling(ann, signedUp(ann)).then(cancelled(ann));
  });

  it('lets the first waiting person move up', () => {
    cancelling(ann, signedUp(ann), signedUp(bo), signedUp(chen, true), signedUp(dan, true)).then(
      cancelled(ann),
      signedUp(chen),
    );
  });

  it('puts who comes back at the end of the waiting list', () => {
    const full = [signedUp(ann), signedUp(bo), signedUp(chen, true), signedUp(dan, true)];
    cancelling(ann, ...full, cancelled(chen), signedUp(chen, true)).then(cancelled(ann), signedUp(dan));
  });

  it('moves nobody up when a waiting person cancels', () => {
    cancelling(chen, signedUp(ann), signedUp(bo), signedUp(chen, true), signedUp(dan, true)).then(cancelled(chen));
  });

  it('moves nobody up into a room that walk-ins have overfilled', () => {
    cancelling(ann, signedUp(ann), signedUp(bo), signedUp(chen, true), attended(dan)).then(cancelled(ann));
  });

  it('stays quiet the second time', () => {
    cancelling(ann, signedUp(ann), cancelled(ann)).thenNothingHappened();
  });

  it('refuses who was there', () => {
    cancelling(ann, signedUp(ann), attended(ann)).thenRefused('already-attended');
  });

  it('refuses when the day is over', () => {
    given(activityKind, published, signedUp(ann))
      .when(cancelSignUp, { personId: ann }, at('2026-04-19'))
      .thenRefused('activity-over');
  });

  it('knows nobody who never signed up', () => {
    cancelling(ann).thenRefused('not-signed-up');
  });
});
