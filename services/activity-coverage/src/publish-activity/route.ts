import type { Router } from 'express';
import { PublishActivity } from '@qucheng/contracts';
import type { Streams } from '@qucheng/event-store';
import { isRefusal } from '@qucheng/event-store';
import { accepts, answer, commandContext, dayOf, requires } from '@qucheng/service-kit';
import type { ActivityCalendarStore } from '../activity/activity-calendar-store.ts';
import type { Activity, ActivityEvent } from '../activity/activity.ts';
import { publishActivity } from './publish-activity.ts';

interface Dependencies {
  readonly activities: Streams<Activity, ActivityEvent>;
  readonly calendar: ActivityCalendarStore;
}

export const publishActivityRoute = (router: Router, { activities, calendar }: Dependencies) =>
  router.post(
    '/activities',
    requires('activity.publish'),
    accepts(PublishActivity, async (req, res, details) => {
      const context = commandContext(req);
      const activityId = context.commandId;
      const command = { ...details, activityId, on: dayOf(details.startsAt) };
      const outcome = await activities.handle(context, activityId, publishActivity, command, {});
      // Before the answer: who publishes an activity finds it in the list.
      if (!isRefusal(outcome)) await calendar.add(context.streetId, [command]);
      answer(req, res, { id: activityId, stream: `activity-${activityId}` }, outcome);
    }),
  );
