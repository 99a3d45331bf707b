import type { Router } from 'express';
import { z } from 'zod';
import { VisitItem } from '@qucheng/contracts';
import type { Streams } from '@qucheng/event-store';
import { idOf, queryOf, requires, scopeOf } from '@qucheng/service-kit';
import type { KnownEnterpriseStore } from '../known-enterprise/known-enterprise-store.ts';
import { checkReachable } from '../known-enterprise/reachable-enterprise.ts';
import type { VisitEvent, Visits } from '../visits/visits.ts';

const Query = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  /** How many of the newest were shown already. */
  cursor: z.coerce.number().int().min(0).default(0),
});

interface Dependencies {
  readonly visits: Streams<Visits, VisitEvent>;
  readonly enterprises: KnownEnterpriseStore;
}

/** Newest first, straight from the log: a firm has tens of visits, and who has just logged one sees it. */
export const showVisitsRoute = (router: Router, { visits, enterprises }: Dependencies) =>
  router.get('/enterprises/:enterpriseId/visits', requires('visit.read'), async (req, res) => {
    const enterpriseId = idOf(req, 'enterpriseId');
    const { limit, cursor } = queryOf(req, Query);
    await checkReachable(req, enterprises, enterpriseId);
    const commits = await visits.history(scopeOf(req).streetId, enterpriseId);
    const newestFirst = commits
      .flatMap(({ events, by, at }) => events.map(({ data }) => VisitItem.parse({ ...Object(data), by, at })))
      .reverse();
    const end = cursor + limit;
    res.json({
      items: newestFirst.slice(cursor, end),
      nextCursor: end < newestFirst.length ? String(end) : null,
      total: newestFirst.length,
    });
  });
