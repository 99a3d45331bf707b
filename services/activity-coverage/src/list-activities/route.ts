import type { Router } from 'express';
import { z } from 'zod';
import { Day } from '@qucheng/contracts';
import type { Streams } from '@qucheng/event-store';
import { queryOf, requires, scopeOf } from '@qucheng/service-kit';
import type { ActivityCalendarStore } from '../activity/activity-calendar-store.ts';
import { itemOf } from '../activity/activity-item.ts';
import type { Activity, ActivityEvent } from '../activity/activity.ts';

const Query = z.strictObject({
  from: Day.optional(),
  to: Day.optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
  cursor: z.string().max(40).optional(),
});

interface Dependencies {
  readonly activities: Streams<Activity, ActivityEvent>;
  readonly calendar: ActivityCalendarStore;
}

export const listActivitiesRoute = (router: Router, { activities, calendar }: Dependencies) =>
  router.get('/activities', requires('activity.read'), async (req, res) => {
    const { from, to, limit, cursor } = queryOf(req, Query);
    const { streetId } = scopeOf(req);
    const found = await calendar.find({ streetId, from, to, below: cursor, limit: limit + 1 });
    const page = found.slice(0, limit);
    const loaded = await Promise.all(page.map(({ _id }) => activities.load(streetId, _id)));
    const items = loaded.flatMap((activity) =>
      activity?.state.status === 'published' ? [itemOf(activity.state, activity.version)] : [],
    );
    res.json({ items, nextCursor: found.length > limit ? (page.at(-1)?.place ?? null) : null });
  });
