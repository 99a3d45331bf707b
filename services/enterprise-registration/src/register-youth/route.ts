import { RegisterYouth } from '@qucheng/contracts';
import { accepts, answer, commandContext, idOf, problem, requires, today } from '@qucheng/service-kit';
import type { Router } from 'express';
import { enterpriseInReach } from '../enterprise/enterprise-in-reach.ts';
import type { Enterprises } from '../enterprise/enterprise-in-reach.ts';
import type { PersonKeyStore } from '../person-key/person-key-store.ts';
import type { PersonFields } from '../roster/person-fields.ts';
import type { Rosters } from '../roster/person-in-reach.ts';
import { registerYouth } from './register-youth.ts';

interface Deps {
  readonly enterprises: Enterprises;
  readonly rosters: Rosters;
  readonly personKeys: PersonKeyStore;
}

export function registerYouthRoute(router: Router, { enterprises, rosters, personKeys }: Deps): void {
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
      const command = { personId, enterpriseId, birthDate, status, sealed: key.seal(fields), today: today() };
      const outcome = await rosters.handle(context, enterpriseId, registerYouth, command, {});
      answer(req, res, { id: personId, stream: `roster-${enterpriseId}` }, outcome);
    }),
  );
}
