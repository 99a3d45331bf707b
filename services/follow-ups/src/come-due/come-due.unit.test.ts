import { given } from '@qucheng/testing';
import { followUpKind } from '../follow-up/follow-up.ts';
import type { FollowUpEvent } from '../follow-up/follow-up.ts';
import { cameDue, done, scheduled, snoozed } from '../follow-up/follow-up-examples.ts';
import { comeDue } from './come-due.ts';

const at = '2026-05-20T01:00:00.000Z';
const waking = (moment: string, ...before: FollowUpEvent[]) =>
  given(followUpKind, ...before).when(comeDue, { at: moment }, { reminderHour: 9 });

describe('coming due', () => {
  it('happens at the reminder hour of the due day', () => {
    waking(at, scheduled()).then(cameDue(at));
  });

  it('does not happen a second earlier', () => {
    waking('2026-05-20T00:59:59.000Z', scheduled()).thenRefused('not-due-yet');
  });

  it('does not happen on the old day after a snooze', () => {
    waking(at, scheduled(), snoozed('2026-05-25')).thenRefused('not-due-yet');
  });

  it('happens again on the new day', () => {
    const later = '2026-05-25T01:00:00.000Z';
    waking(later, scheduled(), cameDue(at), snoozed('2026-05-25')).then(cameDue(later));
  });

  it.each([
    ['came due before', [scheduled(), cameDue()]],
    ['is done', [scheduled(), done()]],
    ['never was', []],
  ])('stays quiet when the follow-up %s', (_, before) => {
    waking(at, ...before).thenNothingHappened();
  });
});
