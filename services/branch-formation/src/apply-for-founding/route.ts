import { ApplyForFounding } from '@qucheng/contracts';
import { isRefusal } from '@qucheng/event-store';
import { accepts, answer, commandContext, idOf, orAbsent, refusalProblem, requires } from '@qucheng/service-kit';
import type { Router } from 'express';
import { formationInReach } from '../formation/formation-in-reach.ts';
import { streamOf } from '../formation/formations.ts';
import type { Formations } from '../formation/formations.ts';
import { applyForFounding } from './apply-for-founding.ts';

export const applyForFoundingRoute = (router: Router, { formations }: { readonly formations: Formations }) =>
  router.post(
    '/enterprises/:enterpriseId/formation/application',
    requires('formation.apply'),
    accepts(ApplyForFounding, async (req, res, body) => {
      const enterpriseId = idOf(req, 'enterpriseId');
      await formationInReach(req, formations, enterpriseId);
      const { form = null, reason = null, copiedToPartyBody = null, candidates, sealed } = body;
      const command = { form, reason, copiedToPartyBody, candidates, sealed };
      const outcome = await formations.handle(commandContext(req), enterpriseId, applyForFounding, command);
      if (isRefusal(outcome)) throw refusalProblem(outcome);
      const applied = outcome.events.find((event) => event.type === 'FoundingApplied')?.data;
      // Nothing new was applied for: the one that waits is the answer, and it may have come while this was decided.
      const { applicationId } =
        applied ?? orAbsent((await formationInReach(req, formations, enterpriseId)).state.application);
      answer(req, res, { id: applicationId, stream: streamOf(enterpriseId) }, outcome, () => ({
        applicationId,
        enterpriseId,
      }));
    }),
  );
