import type { z } from 'zod';
import type { ActivityItem } from '@qucheng/contracts';
import { daysBetween, today } from '@qucheng/service-kit';
import { countsOf } from './activity.ts';
import type { ActivityTools, PublishedActivity } from './activity.ts';

export function itemOf(activity: PublishedActivity, version: number): z.infer<typeof ActivityItem> {
  return { ...activity.details, version, ...countsOf(activity) };
}

/** The world at this moment, as decisions about an activity see it. */
export function activityTools(now: Date): ActivityTools {
  const day = today(now);
  return { now: now.toISOString(), today: day, daysSince: (earlier) => daysBetween(earlier, day) };
}
