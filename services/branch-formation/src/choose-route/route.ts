import { ChooseRoute } from '@qucheng/contracts';
import { accepts, answer, commandContext, idOf, requires } from '@qucheng/service-kit';
import type { Router } from 'express';
import { formationInReach } from '../formation/formation-in-reach.ts';
import { streamOf } from '../formation/formations.ts';
import type { Formations } from '../formation/formations.ts';
import { chooseRoute } from './choose-route.ts';

export const chooseRouteRoute = (router: Router, { formations }: { readonly formations: Formations }) =>
  router.post(
    '/enterprises/:enterpriseId/formation/route',
    requires('formation.prepare'),
    accepts(ChooseRoute, async (req, res, { route, endsOn = null }) => {
      const id = idOf(req, 'enterpriseId');
      await formationInReach(req, formations, id);
      const outcome = await formations.handle(commandContext(req), id, chooseRoute, { route, endsOn });
      answer(req, res, { id, stream: streamOf(id) }, outcome);
    }),
  );
