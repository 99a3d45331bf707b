import { given } from '@qucheng/testing';
import { followUpKind } from '../follow-up/follow-up.ts';
import { cameDue, done, scheduled } from '../follow-up/follow-up-examples.ts';
import { completeFollowUp } from './complete-follow-up.ts';

const byHand = { how: 'byHand', on: '2026-05-18' } as const;

describe('completing a follow-up', () => {
  it.each([
    ['open', [scheduled()]],
    ['due', [scheduled(), cameDue()]],
  ])('closes an %s one', (_, before) => {
    given(followUpKind, ...before)
      .when(completeFollowUp, byHand, {})
      .then(done());
  });

  it('stays quiet when it is done already', () => {
    given(followUpKind, scheduled(), done('byVisit')).when(completeFollowUp, byHand, {}).thenNothingHappened();
  });

  it('knows none that was never scheduled', () => {
    given(followUpKind).when(completeFollowUp, byHand, {}).thenRefused('not-found');
  });
});
