import type { Router } from 'express';
import { SignUp } from '@qucheng/contracts';
import { isRefusal } from '@qucheng/event-store';
import type { Streams } from '@qucheng/event-store';
import { accepts, answer, commandContext, idOf, requires } from '@qucheng/service-kit';
import { activityTools } from '../activity/activity-item.ts';
import { statusOf } from '../activity/status-of.ts';
import type { Activity, ActivityEvent } from '../activity/activity.ts';
import type { KnownEnterpriseStore } from '../known-enterprise/known-enterprise-store.ts';
import { checkReachable } from '../known-enterprise/reachable-enterprise.ts';
import type { KnownPersonStore } from '../known-person/known-person-store.ts';
import { personOfFirm } from '../known-person/person-of-firm.ts';
import { signUp } from './sign-up.ts';

interface Dependencies {
  readonly activities: Streams<Activity, ActivityEvent>;
  readonly enterprises: KnownEnterpriseStore;
  readonly people: KnownPersonStore;
  readonly clock: () => Date;
}

export const signUpRoute = (router: Router, { activities, enterprises, people, clock }: Dependencies) =>
  router.post(
    '/activities/:activityId/sign-ups',
    requires('activity.signUp'),
    accepts(SignUp, async (req, res, person) => {
      const activityId = idOf(req, 'activityId');
      await checkReachable(req, enterprises, person.enterpriseId);
      const { leftOn } = await personOfFirm(req, people, person);
      const context = commandContext(req);
      const outcome = await activities.handle(
        context,
        activityId,
        signUp,
        { ...person, leftOn },
        activityTools(clock()),
      );
      const status = isRefusal(outcome)
        ? undefined
        : (statusAfter(outcome.events) ?? (await statusOf(activities, context.streetId, activityId, person.personId)));
      answer(req, res, { id: activityId, stream: `activity-${activityId}` }, outcome, () => ({ status }));
    }),
  );

/** What the accepted command made of the person: a repeated request hears its first answer, whatever happened since. */
function statusAfter(events: readonly ActivityEvent[]): 'signedUp' | 'waiting' | undefined {
  const made = events.find((event) => event.type === 'SignUpMade');
  return made && (made.data.waiting ? 'waiting' : 'signedUp');
}
