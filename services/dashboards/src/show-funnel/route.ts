import { communitiesOf, queryOf, requires, scopeOf } from '@qucheng/service-kit';
import type { Router } from 'express';
import { z } from 'zod';
import type { FunnelPage } from '../funnel/funnel-page.ts';
import type { AwaitOwnWrites } from '../project-events/own-writes.ts';

const FunnelQuery = z.strictObject({ minVersion: z.string().max(400).optional() });

export const showFunnel = (
  router: Router,
  { page, awaitOwnWrites }: { page: FunnelPage; awaitOwnWrites: AwaitOwnWrites },
) =>
  router.get('/dashboards/funnel', requires('dashboard.read'), async (req, res) => {
    await awaitOwnWrites(queryOf(req, FunnelQuery).minVersion);
    res.json(page(scopeOf(req).streetId, communitiesOf(req)));
  });
