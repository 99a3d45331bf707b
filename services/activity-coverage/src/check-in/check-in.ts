import type { EventData } from '@qucheng/contracts';
import { refuse, refuseAbsent } from '@qucheng/event-store';
import type { Decide } from '@qucheng/event-store';
import type { Activity, ActivityEvent, ActivityTools } from '../activity/activity.ts';

export interface CheckInPerson {
  readonly personId: string;
  readonly enterpriseId: string;
  readonly method: EventData<'AttendanceRecorded'>['method'];
  /** The day the person left the firm, if so. */
  readonly leftOn: string | null;
}

/** Paper lists come back to the office within days; after that, memory is no evidence of coverage. */
const LATEST_DAYS_AFTER = 7;

export const checkIn: Decide<CheckInPerson, Activity, ActivityEvent, ActivityTools> = (command, activity, tools) => {
  if (activity.status === 'absent') return refuseAbsent();
  const { activityId, on } = activity.details;
  const { personId, enterpriseId, method, leftOn } = command;
  const before = activity.people[personId]?.status;
  if (before === 'attended') return [];
  if (tools.today < on) return refuse('check-in-too-early');
  if (tools.daysSince(on) > LATEST_DAYS_AFTER) return refuse('check-in-too-late');
  if (leftOn !== null && leftOn < on) return refuse('person-left');
  // A code can be passed on; on a list somebody of the office saw the person come.
  if (method === 'qr' && before !== 'signedUp') return refuse('not-signed-up');
  return [{ type: 'AttendanceRecorded', data: { activityId, personId, enterpriseId, method, on } }];
};
