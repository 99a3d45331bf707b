import type { Request } from 'express';
import { idOf, inReach, orAbsent, problem, reachOf, scopeOf } from '@qucheng/service-kit';
import type { KnownEnterpriseStore } from '../known-enterprise/known-enterprise-store.ts';
import type { FollowUpStore } from './follow-up-store.ts';

interface Dependencies {
  readonly store: FollowUpStore;
  readonly enterprises: KnownEnterpriseStore;
}

/** The id in the path; 404 for a follow-up that is unknown, of another street, or of a firm beyond the caller's reach. */
export async function reachableFollowUp(req: Request, { store, enterprises }: Dependencies): Promise<string> {
  const scope = scopeOf(req);
  const { _id, streetId, enterpriseId } = orAbsent(await store.find(idOf(req, 'followUpId')));
  if (streetId !== scope.streetId) throw problem(404, 'not-found');
  const communityId = (await enterprises.find(enterpriseId))?.communityId ?? null;
  if (!inReach(scope, reachOf(req), communityId)) throw problem(404, 'not-found');
  return _id;
}
