import type { EventData } from '@qucheng/contracts';
import { refuse } from '@qucheng/event-store';
import type { Decide } from '@qucheng/event-store';
import type { Activity, ActivityEvent } from '../activity/activity.ts';

/** Activities of the past may be published too: offices write down afterwards what happened on paper. */
export const publishActivity: Decide<EventData<'ActivityPublished'>, Activity, ActivityEvent> = (details, activity) => {
  if (activity.status === 'published') return [];
  if (details.minimum > details.capacity) return refuse('minimum-over-capacity');
  if (Date.parse(details.closesAt) > Date.parse(details.startsAt)) return refuse('closes-after-start');
  return [{ type: 'ActivityPublished', data: details }];
};
