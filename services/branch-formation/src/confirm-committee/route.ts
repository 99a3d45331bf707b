import { ConfirmCommittee } from '@qucheng/contracts';
import { accepts, answer, commandContext, idOf, orAbsent, requires, scopeOf } from '@qucheng/service-kit';
import type { Router } from 'express';
import type { ApplicationStore } from '../applications/application-store.ts';
import { formationInReach } from '../formation/formation-in-reach.ts';
import { streamOf } from '../formation/formations.ts';
import type { Formations } from '../formation/formations.ts';
import { confirmCommittee } from './confirm-committee.ts';

interface Deps {
  readonly formations: Formations;
  readonly applications: ApplicationStore;
}

/** A reply of the street like the approval, so for the same people: who prepares a branch does not confirm it. */
export const confirmCommitteeRoute = (router: Router, { formations, applications }: Deps) =>
  router.post(
    '/branches/:branchId/committee',
    requires('formation.decide'),
    accepts(ConfirmCommittee, async (req, res, body) => {
      const branchId = idOf(req, 'branchId');
      const { enterpriseId } = orAbsent(await applications.findByBranch(scopeOf(req).streetId, branchId));
      await formationInReach(req, formations, enterpriseId);
      const outcome = await formations.handle(commandContext(req), enterpriseId, confirmCommittee, {
        ...body,
        branchId,
      });
      answer(req, res, { id: branchId, stream: streamOf(enterpriseId) }, outcome, () => ({ enterpriseId }));
    }),
  );
