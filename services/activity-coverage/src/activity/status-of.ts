import type { Streams } from '@qucheng/event-store';
import type { Activity, ActivityEvent, Participant } from './activity.ts';

/** How a person stands towards an activity now; undefined for who has nothing to do with it. */
export async function statusOf(
  activities: Streams<Activity, ActivityEvent>,
  streetId: string,
  activityId: string,
  personId: string,
): Promise<Participant['status'] | undefined> {
  const activity = (await activities.load(streetId, activityId))?.state;
  return activity?.status === 'published' ? activity.people[personId]?.status : undefined;
}
