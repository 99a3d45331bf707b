import { HoldElection } from '@qucheng/contracts';
import { accepts, answer, commandContext, dayOf, idOf, orAbsent, requires, scopeOf } from '@qucheng/service-kit';
import type { Router } from 'express';
import type { ApplicationStore } from '../applications/application-store.ts';
import { formationInReach } from '../formation/formation-in-reach.ts';
import { streamOf } from '../formation/formations.ts';
import type { Formations } from '../formation/formations.ts';
import { holdElection } from './hold-election.ts';

interface Deps {
  readonly formations: Formations;
  readonly applications: ApplicationStore;
}

export const holdElectionRoute = (router: Router, { formations, applications }: Deps) =>
  router.post(
    '/branches/:branchId/election',
    requires('formation.elect'),
    accepts(HoldElection, async (req, res, { on, ...record }) => {
      const branchId = idOf(req, 'branchId');
      const { enterpriseId } = orAbsent(await applications.findByBranch(scopeOf(req).streetId, branchId));
      await formationInReach(req, formations, enterpriseId);
      const context = commandContext(req);
      const command = { ...record, branchId, on: on ?? dayOf(context.at) };
      const outcome = await formations.handle(context, enterpriseId, holdElection, command);
      answer(req, res, { id: branchId, stream: streamOf(enterpriseId) }, outcome, () => ({ enterpriseId }));
    }),
  );
