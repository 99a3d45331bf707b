import { refuse } from '@qucheng/event-store';
import type { Decide } from '@qucheng/event-store';
import { dueMoment } from '../follow-up/follow-up.ts';
import type { FollowUp, FollowUpEvent } from '../follow-up/follow-up.ts';

/**
 * The claim before any effect of a reminder: whoever gets the event out of it may remind, everybody else stays quiet.
 * `not-due-yet` tells the worker to come back: the clock that woke it was ahead of this one, or the follow-up was snoozed.
 */
export const comeDue: Decide<{ at: string }, FollowUp, FollowUpEvent, { reminderHour: number }> = (
  { at },
  followUp,
  { reminderHour },
) => {
  if (followUp.status !== 'open') return [];
  if (Date.parse(at) < dueMoment(followUp.dueOn, reminderHour).getTime()) return refuse('not-due-yet');
  const { followUpId, enterpriseId, assigneeId } = followUp;
  return [{ type: 'FollowUpCameDue', data: { followUpId, enterpriseId, assigneeId, at } }];
};
