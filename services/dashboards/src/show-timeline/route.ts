import { TimelineQuery } from '@qucheng/contracts';
import { problem, queryOf, requires, scopeOf } from '@qucheng/service-kit';
import type { Router } from 'express';
import type { CardStore } from '../firm-card/firm-card-store.ts';
import { visibleCard } from '../firm-card/visible-card.ts';
import type { AwaitOwnWrites } from '../project-events/own-writes.ts';
import type { TimelineDocument, TimelineStore } from '../timeline/timeline-store.ts';
import { decodePlace, encodePlace } from './place.ts';

const PAGE = 50;

interface Dependencies {
  readonly cards: CardStore;
  readonly timeline: TimelineStore;
  readonly awaitOwnWrites: AwaitOwnWrites;
}

export const showTimeline = (router: Router, { cards, timeline, awaitOwnWrites }: Dependencies) =>
  router.get('/enterprises/:enterpriseId/timeline', requires('enterprise.read'), async (req, res) => {
    const { types, limit = PAGE, cursor, minVersion } = queryOf(req, TimelineQuery);
    const before = cursor === undefined ? undefined : decodePlace(cursor);
    if (cursor !== undefined && before === undefined) throw problem(400, 'cursor-invalid');
    await awaitOwnWrites(minVersion);
    const { enterpriseId } = await visibleCard(req, cards);
    const entries = await timeline.page(scopeOf(req).streetId, enterpriseId, {
      ...(types !== undefined && { types: types.split(',') }),
      ...(before && { before }),
      limit: limit + 1,
    });
    const shown = entries.slice(0, limit);
    const last = shown.at(-1);
    res.json({ items: shown.map(view), nextCursor: entries.length > limit && last ? encodePlace(last) : null });
  });

const view = ({ _id, type, at, on, by, through, data }: TimelineDocument) => ({
  eventId: _id,
  type,
  at,
  on,
  by,
  through,
  data,
});
