import { ReturnApplication } from '@qucheng/contracts';
import { accepts, answer, commandContext, idOf, orAbsent, requires, scopeOf } from '@qucheng/service-kit';
import type { Router } from 'express';
import type { ApplicationStore } from '../applications/application-store.ts';
import { formationInReach } from '../formation/formation-in-reach.ts';
import { streamOf } from '../formation/formations.ts';
import type { Formations } from '../formation/formations.ts';
import { returnApplication } from './return-application.ts';

interface Deps {
  readonly formations: Formations;
  readonly applications: ApplicationStore;
}

export const returnApplicationRoute = (router: Router, { formations, applications }: Deps) =>
  router.post(
    '/applications/:applicationId/return',
    requires('formation.decide'),
    accepts(ReturnApplication, async (req, res, { missing }) => {
      const applicationId = idOf(req, 'applicationId');
      const { enterpriseId } = orAbsent(await applications.find(scopeOf(req).streetId, applicationId));
      await formationInReach(req, formations, enterpriseId);
      const outcome = await formations.handle(commandContext(req), enterpriseId, returnApplication, {
        applicationId,
        missing,
      });
      answer(req, res, { id: applicationId, stream: streamOf(enterpriseId) }, outcome, () => ({ enterpriseId }));
    }),
  );
