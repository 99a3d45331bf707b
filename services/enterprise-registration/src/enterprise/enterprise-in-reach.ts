import type { Streams } from '@qucheng/event-store';
import { inReach, orAbsent, reachOf, scopeOf } from '@qucheng/service-kit';
import type { Request } from 'express';
import type { Enterprise, EnterpriseEvent, RegisteredEnterprise } from './enterprise.ts';

export type Enterprises = Streams<Enterprise, EnterpriseEvent>;

/** The firm, if it is the caller's to see; 404 otherwise, whether it is another's or not there at all. */
export async function enterpriseInReach(
  req: Request,
  enterprises: Enterprises,
  enterpriseId: string,
): Promise<{ enterprise: RegisteredEnterprise; version: number }> {
  const scope = scopeOf(req);
  const reach = reachOf(req);
  const { state, version } = orAbsent(await enterprises.load(scope.streetId, enterpriseId));
  const reached =
    reach === 'firm'
      ? scope.enterpriseId === enterpriseId
      : state.status === 'registered' && inReach(scope, reach, state.communityId);
  return { enterprise: orAbsent(reached && state.status === 'registered' ? state : undefined), version };
}
