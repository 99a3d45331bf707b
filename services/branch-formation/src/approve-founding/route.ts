import { ApproveFounding } from '@qucheng/contracts';
import { isRefusal } from '@qucheng/event-store';
import {
  accepts,
  answer,
  commandContext,
  dayOf,
  idOf,
  orAbsent,
  refusalProblem,
  requires,
  scopeOf,
} from '@qucheng/service-kit';
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
      await formationInReach(req, formations, enterpriseId);
      const context = commandContext(req);
      const command = { applicationId, replyNo, fullName, on: on ?? dayOf(context.at) };
      const outcome = await formations.handle(context, enterpriseId, approveFounding, command);
      if (isRefusal(outcome)) throw refusalProblem(outcome);
      const approved = outcome.events.find((event) => event.type === 'FoundingApproved')?.data;
      // The same reply was given already, perhaps while this one was decided.
      const { branchId } = approved ?? orAbsent((await formationInReach(req, formations, enterpriseId)).state.branch);
      answer(req, res, { id: applicationId, stream: streamOf(enterpriseId) }, outcome, () => ({
        branchId,
        enterpriseId,
      }));
    }),
  );
