import { RegisterYouth } from '@qucheng/contracts';
import { accepts, answer, commandContext, idOf, problem, requires, today } from '@qucheng/service-kit';
import type { Router } from 'express';
import { enterpriseInReach } from '../enterprise/enterprise-in-reach.ts';
import type { PersonFields } from '../roster/person-fields.ts';
import type { RosterDeps } from '../roster/person-in-reach.ts';
import { readPeople } from '../roster/read-people.ts';
import { registerYouth } from './register-youth.ts';

export function registerYouthRoute(router: Router, deps: RosterDeps): void {
  const { enterprises, rosters, personKeys } = deps;
  router.post(
    '/enterprises/:enterpriseId/youth',
    requires('youth.register'),
    accepts(RegisterYouth, async (req, res, { name, sex, birthDate, phone, post, status }) => {
      const enterpriseId = idOf(req, 'enterpriseId');
      await enterpriseInReach(req, enterprises, enterpriseId);
      const context = commandContext(req);
      const personId = context.commandId;
      // The key comes first: without it nothing of the person could be kept, and alone it tells nothing.
      const key = (await personKeys.ensure(context.streetId, [{ id: personId, enterpriseId }])).get(personId);
      if (key === undefined) throw problem(409, 'person-erased');
      const fields: PersonFields = { name, sex: sex ?? 'unknown', birthDate, phone: phone ?? null, post: post ?? null };
      const twinId = await findTwin(deps, context.streetId, enterpriseId, fields);
      const command = { personId, enterpriseId, birthDate, status, sealed: key.seal(fields), today: today(), twinId };
      const outcome = await rosters.handle(context, enterpriseId, registerYouth, command, {});
      answer(req, res, { id: personId, stream: `roster-${enterpriseId}` }, outcome);
    }),
  );
}

/** Forms are sent twice: the same person is one person. */
async function findTwin(
  { rosters, personKeys }: RosterDeps,
  streetId: string,
  enterpriseId: string,
  { name, birthDate, phone }: PersonFields,
): Promise<string | undefined> {
  const standing = await rosters.load(streetId, enterpriseId);
  if (standing === undefined) return undefined;
  const people = [...(await readPeople(personKeys, streetId, standing.state))];
  return people.find(([, other]) => other.name === name && other.birthDate === birthDate && other.phone === phone)?.[0];
}
