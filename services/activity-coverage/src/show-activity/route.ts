import type { Router } from 'express';
import type { ActivityView } from '@qucheng/contracts';
import type { Streams } from '@qucheng/event-store';
import { idOf, orAbsent, requires, scopeOf } from '@qucheng/service-kit';
import { itemOf } from '../activity/activity-item.ts';
import type { Activity, ActivityEvent } from '../activity/activity.ts';

/** With the ids of its people; who needs a name asks the roster. */
export const showActivityRoute = (
  router: Router,
  { activities }: { readonly activities: Streams<Activity, ActivityEvent> },
) =>
  router.get('/activities/:activityId', requires('activity.read'), async (req, res) => {
    const { state, version } = orAbsent(await activities.load(scopeOf(req).streetId, idOf(req, 'activityId')));
    const activity = orAbsent(state.status === 'published' ? state : undefined);
    const people = Object.entries(activity.people).map(([personId, { enterpriseId, status }]) => ({
      personId,
      enterpriseId,
      status,
    }));
    const view: ActivityView = { ...itemOf(activity, version), people };
    res.json(view);
  });
