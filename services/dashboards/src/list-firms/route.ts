import { FirmQuery } from '@qucheng/contracts';
import { communitiesOf, problem, queryOf, requires, scopeOf, today } from '@qucheng/service-kit';
import type { Router } from 'express';
import { viewCard } from '../firm-card/view-card.ts';
import { cardOf, type CardStore } from '../firm-card/firm-card-store.ts';
import type { AwaitOwnWrites } from '../project-events/own-writes.ts';
import { decodeCursor } from './cursor.ts';
import { firmFilter } from './firm-filter.ts';
import { listFirms } from './list-firms.ts';

const PAGE = 50;

export const showFirms = (
  router: Router,
  { cards, awaitOwnWrites }: { cards: CardStore; awaitOwnWrites: AwaitOwnWrites },
) =>
  router.get('/enterprises', requires('enterprise.read'), async (req, res) => {
    const query = queryOf(req, FirmQuery);
    const day = today();
    const filter = firmFilter(query, scopeOf(req), communitiesOf(req), day);
    const place = query.cursor === undefined ? undefined : decodeCursor(query.cursor, filter);
    if (query.cursor !== undefined && place === undefined) throw problem(400, 'cursor-invalid');
    await awaitOwnWrites(query.minVersion);
    const { documents, nextCursor, total } = await listFirms(cards, filter, query.limit ?? PAGE, place);
    res.json({ items: documents.map((document) => viewCard(cardOf(document), day)), nextCursor, total });
  });
