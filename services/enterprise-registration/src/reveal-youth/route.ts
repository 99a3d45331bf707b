import { Reveal } from '@qucheng/contracts';
import type { Revealed } from '@qucheng/contracts';
import { isRefusal } from '@qucheng/event-store';
import { accepts, commandContext, orAbsent, refusalProblem, requires } from '@qucheng/service-kit';
import type { Router } from 'express';
import type { z } from 'zod';
import { PersonFields } from '../roster/person-fields.ts';
import { personInReach } from '../roster/person-in-reach.ts';
import type { RosterDeps } from '../roster/person-in-reach.ts';
import { revealYouth } from './reveal-youth.ts';

export function revealYouthRoute(router: Router, deps: RosterDeps): void {
  const { rosters, personKeys } = deps;
  router.post(
    '/youth/:personId/reveal',
    requires('youth.reveal'),
    accepts(Reveal, async (req, res, { reason }) => {
      const { personId, enterpriseId } = await personInReach(req, deps);
      const context = commandContext(req);
      // Logged before anything is shown.
      const outcome = await rosters.handle(context, enterpriseId, revealYouth, { personId, enterpriseId, reason }, {});
      if (isRefusal(outcome)) throw refusalProblem(outcome);
      const roster = orAbsent(await rosters.load(context.streetId, enterpriseId)).state;
      const key = orAbsent((await personKeys.open(context.streetId, [personId])).get(personId));
      const { name, phone, birthDate } = PersonFields.parse(key.open(orAbsent(roster.people[personId]?.sealed)));
      const revealed: z.infer<typeof Revealed> = { name, phone, birthDate };
      res.status(200).json(revealed);
    }),
  );
}
