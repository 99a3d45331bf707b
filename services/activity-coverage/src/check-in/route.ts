import type { Router } from 'express';
import { CheckIn } from '@qucheng/contracts';
import type { Streams } from '@qucheng/event-store';
import { accepts, answer, commandContext, idOf, requires } from '@qucheng/service-kit';
import { activityTools } from '../activity/activity-item.ts';
import type { Activity, ActivityEvent } from '../activity/activity.ts';
import type { KnownEnterpriseStore } from '../known-enterprise/known-enterprise-store.ts';
import { checkReachable } from '../known-enterprise/reachable-enterprise.ts';
import type { KnownPersonStore } from '../known-person/known-person-store.ts';
import { personOfFirm } from '../known-person/person-of-firm.ts';
import { checkIn } from './check-in.ts';

interface Dependencies {
  readonly activities: Streams<Activity, ActivityEvent>;
  readonly enterprises: KnownEnterpriseStore;
  readonly people: KnownPersonStore;
  readonly clock: () => Date;
}

export const checkInRoute = (router: Router, { activities, enterprises, people, clock }: Dependencies) =>
  router.post(
    '/activities/:activityId/check-ins',
    requires('activity.checkIn'),
    accepts(CheckIn, async (req, res, person) => {
      const activityId = idOf(req, 'activityId');
      await checkReachable(req, enterprises, person.enterpriseId);
      const { leftOn } = await personOfFirm(req, people, person);
      const context = commandContext(req);
      const outcome = await activities.handle(
        context,
        activityId,
        checkIn,
        { ...person, leftOn },
        activityTools(clock()),
      );
      answer(req, res, { id: activityId, stream: `activity-${activityId}` }, outcome);
    }),
  );
