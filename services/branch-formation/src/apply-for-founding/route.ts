import { ApplyForFounding } from '@qucheng/contracts';
import { accepts, answer, commandContext, idOf, requires } from '@qucheng/service-kit';
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
      const { state } = await formationInReach(req, formations, enterpriseId);
      const { form = null, reason = null, copiedToPartyBody = null, candidates, sealed } = body;
      const command = { form, reason, copiedToPartyBody, candidates, sealed };
      const outcome = await formations.handle(commandContext(req), enterpriseId, applyForFounding, command);
      const applied = outcome.refused ? undefined : outcome.events.find((event) => event.type === 'FoundingApplied');
      // Nothing new was applied for: the one that waits already is the answer.
      const applicationId = applied?.data.applicationId ?? state.application?.applicationId ?? enterpriseId;
      answer(req, res, { id: applicationId, stream: streamOf(enterpriseId) }, outcome, () => ({
        applicationId,
        enterpriseId,
      }));
    }),
  );
