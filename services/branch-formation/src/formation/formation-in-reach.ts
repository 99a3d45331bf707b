import { inReach, orAbsent, reachOf, scopeOf } from '@qucheng/service-kit';
import type { Request } from 'express';
import type { Formation } from './formation.ts';
import type { Formations } from './formations.ts';

/** The firm's formation, or 404 for a firm that is unknown, another street's, or beyond the caller's communities. */
export async function formationInReach(
  req: Request,
  formations: Formations,
  enterpriseId: string,
): Promise<{ readonly state: Formation; readonly version: number }> {
  const found = await formations.load(scopeOf(req).streetId, enterpriseId);
  return orAbsent(found !== undefined && reaches(req, enterpriseId, found.state) ? found : undefined);
}

export function reaches(req: Request, enterpriseId: string, { firm }: Formation): boolean {
  const scope = scopeOf(req);
  const reach = reachOf(req);
  if (!firm.registered) return false;
  return reach === 'firm'
    ? scope.enterpriseId === enterpriseId
    : inReach(scope, reach, firm.facts.communityId?.value ?? null);
}
