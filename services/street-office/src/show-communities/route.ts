import type { Streams } from '@qucheng/event-store';
import { requiresSignIn, scopeOf } from '@qucheng/service-kit';
import type { Router } from 'express';
import { loadStreet } from '../street/load-street.ts';
import type { Street, StreetEvent } from '../street/street.ts';

export function showCommunitiesRoute(router: Router, { streets }: { streets: Streams<Street, StreetEvent> }): void {
  router.get('/communities', requiresSignIn, async (req, res) => {
    const { communities } = await loadStreet(streets, scopeOf(req));
    res.json({ items: communities, nextCursor: null, total: communities.length });
  });
}
