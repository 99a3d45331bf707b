import { refuse, refuseAbsent } from '@qucheng/event-store';
import type { Decide } from '@qucheng/event-store';
import { firstWaiting, seatsTaken } from '../activity/activity.ts';
import type { Activity, ActivityEvent, ActivityTools } from '../activity/activity.ts';

export const cancelSignUp: Decide<{ personId: string }, Activity, ActivityEvent, ActivityTools> = (
  { personId },
  activity,
  { today },
) => {
  if (activity.status === 'absent') return refuseAbsent();
  const { activityId, capacity, on } = activity.details;
  const participant = activity.people[personId];
  if (participant === undefined) return refuseAbsent('not-signed-up');
  if (participant.status === 'cancelled') return [];
  if (participant.status === 'attended') return refuse('already-attended');
  if (today > on) return refuse('activity-over');

  const { enterpriseId, status } = participant;
  const cancelled: ActivityEvent = { type: 'SignUpCancelled', data: { activityId, personId, enterpriseId } };
  const next = firstWaiting(activity);
  // Walk-ins may have filled the room beyond its capacity; then a seat given back is not free.
  if (status === 'waiting' || next === undefined || seatsTaken(activity) > capacity) return [cancelled];
  return [cancelled, { type: 'SignUpMade', data: { activityId, ...next, waiting: false } }];
};
