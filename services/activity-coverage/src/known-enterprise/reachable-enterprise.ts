import type { Request } from 'express';
import { inReach, problem, reachOf, scopeOf } from '@qucheng/service-kit';
import { awaitKnown } from './await-known.ts';
import type { KnownEnterpriseStore } from './known-enterprise-store.ts';

/** Answers 404 for a firm that is unknown, of another street, or beyond the caller's reach. */
export async function checkReachable(
  req: Request,
  enterprises: KnownEnterpriseStore,
  enterpriseId: string,
): Promise<void> {
  const scope = scopeOf(req);
  const reach = reachOf(req);
  if (reach === 'firm' && scope.enterpriseId !== enterpriseId) throw problem(404, 'not-found');
  const enterprise = await awaitKnown(() => enterprises.find(enterpriseId));
  if (enterprise?.streetId !== scope.streetId) throw problem(404, 'not-found');
  if (reach !== 'firm' && !inReach(scope, reach, enterprise.communityId)) throw problem(404, 'not-found');
}
