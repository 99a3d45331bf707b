import { given } from '@qucheng/testing';
import { followUpKind } from '../follow-up/follow-up.ts';
import type { FollowUpEvent } from '../follow-up/follow-up.ts';
import { cameDue, done, scheduled, snoozed } from '../follow-up/follow-up-examples.ts';
import { snoozeFollowUp } from './snooze-follow-up.ts';

const snoozing = (until: string, ...before: FollowUpEvent[]) =>
  given(followUpKind, ...before).when(snoozeFollowUp, { until }, { today: '2026-05-20' });

describe('snoozing a follow-up', () => {
  it('moves its due day', () => {
    snoozing('2026-05-25', scheduled(), cameDue()).then(snoozed('2026-05-25'));
  });

  it('stays quiet when it waits for that day already', () => {
    snoozing('2026-05-25', scheduled(), snoozed('2026-05-25')).thenNothingHappened();
  });

  it('refuses today, which would change nothing', () => {
    snoozing('2026-05-20', scheduled()).thenRefused('snooze-into-past');
  });

  it('refuses what is done', () => {
    snoozing('2026-05-25', scheduled(), done()).thenRefused('already-done');
  });

  it('knows none that was never scheduled', () => {
    snoozing('2026-05-25').thenRefused('not-found');
  });
});
