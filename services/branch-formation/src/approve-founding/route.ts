import { ApproveFounding } from '@qucheng/contracts';
import { accepts, answer, commandContext, dayOf, idOf, orAbsent, requires, scopeOf } from '@qucheng/service-kit';
import type { Router } from 'express';
import type { ApplicationStore } from '../applications/application-store.ts';
import { formationInReach } from '../formation/formation-in-reach.ts';
import { streamOf } from '../formation/formations.ts';
import type { Formations } from '../formation/formations.ts';
import { approveFounding } from './approve-founding.ts';

interface Deps {
  readonly formations: Formations;
  readonly applications: ApplicationStore;
}

export const approveFoundingRoute = (router: Router, { formations, applications }: Deps) =>
  router.post(
    '/applications/:applicationId/approval',
    requires('formation.decide'),
    accepts(ApproveFounding, async (req, res, { replyNo, fullName, on }) => {
      const applicationId = idOf(req, 'applicationId');
      const { enterpriseId } = orAbsent(await applications.find(scopeOf(req).streetId, applicationId));
      const { state } = await formationInReach(req, formations, enterpriseId);
      const context = commandContext(req);
      const command = { applicationId, replyNo, fullName, on: on ?? dayOf(context.at) };
      const outcome = await formations.handle(context, enterpriseId, approveFounding, command);
      const approved = outcome.refused ? undefined : outcome.events.find((event) => event.type === 'FoundingApproved');
      const branchId = approved?.data.branchId ?? state.branch?.branchId;
      answer(req, res, { id: applicationId, stream: streamOf(enterpriseId) }, outcome, () => ({
        branchId,
        enterpriseId,
      }));
    }),
  );
