import type { Router } from 'express';
import { z } from 'zod';
import type { Streams } from '@qucheng/event-store';
import { accepts, answer, commandContext, idOf, orAbsent, requires, scopeOf } from '@qucheng/service-kit';
import { activityTools } from '../activity/activity-item.ts';
import type { Activity, ActivityEvent } from '../activity/activity.ts';
import type { KnownEnterpriseStore } from '../known-enterprise/known-enterprise-store.ts';
import { checkReachable } from '../known-enterprise/reachable-enterprise.ts';
import type { KnownPersonStore } from '../known-person/known-person-store.ts';
import { cancelSignUp } from './cancel-sign-up.ts';

interface Dependencies {
  readonly activities: Streams<Activity, ActivityEvent>;
  readonly enterprises: KnownEnterpriseStore;
  readonly people: KnownPersonStore;
  readonly clock: () => Date;
}

export const cancelSignUpRoute = (router: Router, { activities, enterprises, people, clock }: Dependencies) =>
  router.delete(
    '/activities/:activityId/sign-ups/:personId',
    requires('activity.signUp'),
    accepts(z.strictObject({}), async (req, res) => {
      const activityId = idOf(req, 'activityId');
      const personId = idOf(req, 'personId');
      const { streetId, enterpriseId } = orAbsent(await people.find(personId));
      orAbsent(streetId === scopeOf(req).streetId ? enterpriseId : undefined);
      await checkReachable(req, enterprises, enterpriseId);
      const context = commandContext(req);
      const outcome = await activities.handle(context, activityId, cancelSignUp, { personId }, activityTools(clock()));
      answer(req, res, { id: activityId, stream: `activity-${activityId}` }, outcome);
    }),
  );
