import { AssignOwner } from '@qucheng/contracts';
import { accepts, answer, commandContext, idOf, requires, today } from '@qucheng/service-kit';
import type { Router } from 'express';
import { enterpriseInReach } from '../enterprise/enterprise-in-reach.ts';
import type { Enterprises } from '../enterprise/enterprise-in-reach.ts';
import { assignOwner } from './assign-owner.ts';

export function assignOwnerRoute(router: Router, { enterprises }: { enterprises: Enterprises }): void {
  router.post(
    '/enterprises/:enterpriseId/owner',
    requires('enterprise.assign'),
    accepts(AssignOwner, async (req, res, { cadreId, from }) => {
      const id = idOf(req, 'enterpriseId');
      await enterpriseInReach(req, enterprises, id);
      const outcome = await enterprises.handle(
        commandContext(req),
        id,
        assignOwner,
        { cadreId, from: from ?? today() },
        {},
      );
      answer(req, res, { id, stream: `enterprise-${id}` }, outcome);
    }),
  );
}
