import { communitiesOf, queryOf, requires, scopeOf } from '@qucheng/service-kit';
import type { Router } from 'express';
import { z } from 'zod';
import type { FunnelPage } from '../funnel/funnel-page.ts';
import type { AppliedVersions } from '../project-events/applied-versions.ts';
import { awaitOwnWrites } from '../project-events/await-own-writes.ts';

const FunnelQuery = z.strictObject({ minVersion: z.string().max(400).optional() });

export const showFunnel = (router: Router, { page, applied }: { page: FunnelPage; applied: AppliedVersions }) =>
  router.get('/dashboards/funnel', requires('dashboard.read'), async (req, res) => {
    await awaitOwnWrites(applied, queryOf(req, FunnelQuery).minVersion);
    res.json(page(scopeOf(req).streetId, communitiesOf(req)));
  });
