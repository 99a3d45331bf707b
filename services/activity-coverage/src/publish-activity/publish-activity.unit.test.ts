import { given } from '@qucheng/testing';
import { activityKind } from '../activity/activity.ts';
import { details, published } from '../activity/activity-examples.ts';
import { publishActivity } from './publish-activity.ts';

describe('publishing an activity', () => {
  it('publishes it with its seats and its closing time', () => {
    given(activityKind).when(publishActivity, details, {}).then(published);
  });

  it('stays quiet when it is published already', () => {
    given(activityKind, published).when(publishActivity, details, {}).thenNothingHappened();
  });

  it('refuses a minimum that does not fit in', () => {
    given(activityKind)
      .when(publishActivity, { ...details, minimum: 3 }, {})
      .thenRefused('minimum-over-capacity');
  });

  it('refuses a sign-up that closes after the start', () => {
    given(activityKind)
      .when(publishActivity, { ...details, closesAt: '2026-04-18T01:00:01Z' }, {})
      .thenRefused('closes-after-start');
  });
});
