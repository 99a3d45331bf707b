import { ConfirmRoster } from '@qucheng/contracts';
import { accepts, answer, commandContext, idOf, requires, today } from '@qucheng/service-kit';
import type { Router } from 'express';
import { enterpriseInReach } from '../enterprise/enterprise-in-reach.ts';
import type { RosterDeps } from '../roster/person-in-reach.ts';
import { readPeople } from '../roster/read-people.ts';
import { rosterKind } from '../roster/roster.ts';
import { confirmRoster } from './confirm-roster.ts';

export function confirmRosterRoute(router: Router, { enterprises, rosters, personKeys }: RosterDeps): void {
  router.post(
    '/enterprises/:enterpriseId/roster/confirmation',
    requires('roster.confirm'),
    accepts(ConfirmRoster, async (req, res, { on }) => {
      const enterpriseId = idOf(req, 'enterpriseId');
      await enterpriseInReach(req, enterprises, enterpriseId);
      const context = commandContext(req);
      const standing = await rosters.load(context.streetId, enterpriseId);
      const people = await readPeople(personKeys, context.streetId, standing?.state ?? rosterKind.initial);
      const tools = { today: today(), birthDateOf: (personId: string) => people.get(personId)?.birthDate };
      const outcome = await rosters.handle(
        context,
        enterpriseId,
        confirmRoster,
        { enterpriseId, on: on ?? tools.today },
        tools,
      );
      answer(req, res, { id: enterpriseId, stream: `roster-${enterpriseId}` }, outcome);
    }),
  );
}
