import { communitiesOf, idOf, orAbsent, queryOf, requires, scopeOf, today } from '@qucheng/service-kit';
import type { Request, Router } from 'express';
import { z } from 'zod';
import type { Card } from '../firm-card/firm-card.ts';
import type { CardStore } from '../firm-card/firm-card-store.ts';
import { viewCard } from '../firm-card/view-card.ts';
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

/** The card of the firm in the path, or 404: also when it belongs to others. */
export async function visibleCard(req: Request, cards: CardStore): Promise<Card> {
  const [card] = await cards.load([idOf(req, 'enterpriseId')]);
  const communityIds = communitiesOf(req);
  const visible =
    card?.listed === true &&
    card.streetId === scopeOf(req).streetId &&
    (communityIds === null || card.communityId === null || communityIds.includes(card.communityId));
  return orAbsent(visible ? card : undefined);
}
