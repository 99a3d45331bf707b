import { NameLiaison } from '@qucheng/contracts';
import { accepts, answer, commandContext, idOf, requires } from '@qucheng/service-kit';
import type { Router } from 'express';
import { formationInReach } from '../formation/formation-in-reach.ts';
import { streamOf } from '../formation/formations.ts';
import type { Formations } from '../formation/formations.ts';
import { nameLiaison } from './name-liaison.ts';

export const nameLiaisonRoute = (router: Router, { formations }: { readonly formations: Formations }) =>
  router.post(
    '/enterprises/:enterpriseId/formation/liaison',
    requires('formation.prepare'),
    accepts(NameLiaison, async (req, res, { personId }) => {
      const id = idOf(req, 'enterpriseId');
      await formationInReach(req, formations, id);
      const outcome = await formations.handle(commandContext(req), id, nameLiaison, { personId });
      answer(req, res, { id, stream: streamOf(id) }, outcome);
    }),
  );
