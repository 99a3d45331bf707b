import type { Streams } from '@qucheng/event-store';
import { idOf, orAbsent, scopeOf } from '@qucheng/service-kit';
import type { Request } from 'express';
import { enterpriseInReach } from '../enterprise/enterprise-in-reach.ts';
import type { Enterprises } from '../enterprise/enterprise-in-reach.ts';
import type { PersonKeyStore } from '../person-key/person-key-store.ts';
import type { Roster, RosterEvent } from './roster.ts';

export type Rosters = Streams<Roster, RosterEvent>;

export interface RosterDeps {
  readonly enterprises: Enterprises;
  readonly rosters: Rosters;
  readonly personKeys: PersonKeyStore;
}

/** The person of the path `:personId` and the firm, if that firm is the caller's to see; 404 otherwise. */
export async function personInReach(
  req: Request,
  { enterprises, personKeys }: Pick<RosterDeps, 'enterprises' | 'personKeys'>,
): Promise<{ personId: string; enterpriseId: string }> {
  const personId = idOf(req, 'personId');
  const enterpriseId = orAbsent(await personKeys.enterpriseOf(scopeOf(req).streetId, personId));
  await enterpriseInReach(req, enterprises, enterpriseId);
  return { personId, enterpriseId };
}
