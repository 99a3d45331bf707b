import { refuse, refuseAbsent } from '@qucheng/event-store';
import type { Decide } from '@qucheng/event-store';
import type { FollowUp, FollowUpEvent } from '../follow-up/follow-up.ts';

export const snoozeFollowUp: Decide<{ until: string }, FollowUp, FollowUpEvent, { today: string }> = (
  { until },
  followUp,
  { today },
) => {
  if (followUp.status === 'absent') return refuseAbsent();
  if (followUp.status === 'done') return refuse('already-done');
  if (until <= today) return refuse('snooze-into-past');
  if (followUp.status === 'open' && followUp.dueOn === until) return [];
  const { followUpId, enterpriseId } = followUp;
  return [{ type: 'FollowUpSnoozed', data: { followUpId, enterpriseId, dueOn: until } }];
};
