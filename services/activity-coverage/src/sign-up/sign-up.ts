import { refuse, refuseAbsent } from '@qucheng/event-store';
import type { Decide } from '@qucheng/event-store';
import { seatsTaken } from '../activity/activity.ts';
import type { Activity, ActivityEvent, ActivityTools } from '../activity/activity.ts';

export interface SignUpPerson {
  readonly personId: string;
  readonly enterpriseId: string;
  /** The day the person left the firm, if so. */
  readonly leftOn: string | null;
}

export const signUp: Decide<SignUpPerson, Activity, ActivityEvent, ActivityTools> = (command, activity, { now }) => {
  if (activity.status === 'absent') return refuseAbsent();
  const { personId, enterpriseId, leftOn } = command;
  const before = activity.people[personId]?.status;
  if (before !== undefined && before !== 'cancelled') return [];
  if (Date.parse(now) >= Date.parse(activity.details.closesAt)) return refuse('sign-up-closed');
  if (leftOn !== null) return refuse('person-left');
  const waiting = seatsTaken(activity) >= activity.details.capacity;
  return [{ type: 'SignUpMade', data: { activityId: activity.details.activityId, personId, enterpriseId, waiting } }];
};
