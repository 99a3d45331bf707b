import { given } from '@qucheng/testing';
import { followUpKind } from '../follow-up/follow-up.ts';
import { done, scheduled } from '../follow-up/follow-up-examples.ts';
import { scheduleFollowUp } from './schedule-follow-up.ts';

describe('scheduling a follow-up', () => {
  it('records it with its cause and its due day', () => {
    given(followUpKind).when(scheduleFollowUp, scheduled().data, {}).then(scheduled());
  });

  it.each([
    ['is there', [scheduled()]],
    ['is done', [scheduled(), done()]],
  ])('stays quiet when it already %s', (_, before) => {
    given(followUpKind, ...before)
      .when(scheduleFollowUp, scheduled().data, {})
      .thenNothingHappened();
  });
});
