import { queryOf, requires, today } from '@qucheng/service-kit';
import type { Router } from 'express';
import { z } from 'zod';
import type { CardStore } from '../firm-card/firm-card-store.ts';
import { viewCard } from '../firm-card/view-card.ts';
import { visibleCard } from '../firm-card/visible-card.ts';
import type { AwaitOwnWrites } from '../project-events/own-writes.ts';

const CardQuery = z.strictObject({ minVersion: z.string().max(400).optional() });

export const showCard = (
  router: Router,
  { cards, awaitOwnWrites }: { cards: CardStore; awaitOwnWrites: AwaitOwnWrites },
) =>
  router.get('/enterprises/:enterpriseId/card', requires('enterprise.read'), async (req, res) => {
    await awaitOwnWrites(queryOf(req, CardQuery).minVersion);
    res.json(viewCard(await visibleCard(req, cards), today()));
  });
