import { z } from 'zod';
import { ActivityPublished, CheckInMethod } from '../events/activity-events.ts';
import { Id } from '../scalars.ts';

/** POST /api/activities: publishes at once (drafts come later in the road). `on` is derived from startsAt. */
export const PublishActivity = ActivityPublished.omit({ activityId: true, on: true }).strict();
export type PublishActivity = z.infer<typeof PublishActivity>;

export const SignUp = z.strictObject({ enterpriseId: Id, personId: Id });
export const CheckIn = z.strictObject({ enterpriseId: Id, personId: Id, method: CheckInMethod });

export const ActivityItem = ActivityPublished.extend({
  version: z.int(),
  signedUp: z.int(),
  waiting: z.int(),
  attended: z.int(),
});
export const ActivityView = ActivityItem.extend({
  people: z.array(
    z.object({ personId: Id, enterpriseId: Id, status: z.enum(['signedUp', 'waiting', 'attended', 'cancelled']) }),
  ),
});
export type ActivityView = z.infer<typeof ActivityView>;
