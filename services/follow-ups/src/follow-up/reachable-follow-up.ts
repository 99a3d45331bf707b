import type { Request } from 'express';
import { idOf, inReach, orAbsent, problem, reachOf, scopeOf } from '@qucheng/service-kit';
import type { KnownEnterpriseStore } from '../known-enterprise/known-enterprise-store.ts';
import type { FollowUps } from './follow-ups.ts';
import type { FollowUpStore } from './follow-up-store.ts';

/** What a command of a person to one follow-up takes. */
export interface FollowUpDependencies {
  readonly followUps: FollowUps;
  readonly store: FollowUpStore;
  readonly enterprises: KnownEnterpriseStore;
  readonly clock: () => Date;
}

/** The id in the path; 404 for a follow-up that is unknown, of another street, or neither the caller's nor within reach. */
export async function reachableFollowUp(req: Request, { store, enterprises }: FollowUpDependencies): Promise<string> {
  const scope = scopeOf(req);
  const { _id, streetId, enterpriseId, assigneeId } = orAbsent(await store.find(idOf(req, 'followUpId')));
  if (streetId !== scope.streetId) throw problem(404, 'not-found');
  const firm = await enterprises.find(enterpriseId);
  const isTheirs = (assigneeId ?? firm?.ownerId) === scope.accountId;
  if (!isTheirs && !inReach(scope, reachOf(req), firm?.communityId ?? null)) throw problem(404, 'not-found');
  return _id;
}
