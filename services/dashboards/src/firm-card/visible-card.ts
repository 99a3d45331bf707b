import { communitiesOf, idOf, orAbsent, scopeOf } from '@qucheng/service-kit';
import type { Request } from 'express';
import type { Card } from './firm-card.ts';
import type { CardStore } from './firm-card-store.ts';

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
