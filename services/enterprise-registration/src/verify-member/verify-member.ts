import type { MemberVerified } from '@qucheng/contracts';
import type { Decide } from '@qucheng/event-store';
import { refuse, refuseAbsent } from '@qucheng/event-store';
import type { z } from 'zod';
import { presentPerson } from '../roster/roster.ts';
import type { Roster, RosterEvent } from '../roster/roster.ts';

const STATUS = { member: 'memberVerified', notMember: 'notMember' } as const;

/** Somebody looked at the file, the certificate, the national system, or asked the former branch. */
export const verifyMember: Decide<z.infer<typeof MemberVerified>, Roster, RosterEvent> = (verified, roster) => {
  const person = presentPerson(roster, verified.personId);
  if (person === undefined) return refuseAbsent('not-on-roster');
  if (person.status === STATUS[verified.result]) return [];
  // A member found out among those who said nothing counts; being no member is only found of who claimed to be one.
  const isOpen =
    verified.result === 'member'
      ? person.status !== 'partyMember'
      : person.status === 'memberClaimed' || person.status === 'memberVerified';
  if (!isOpen) return refuse('not-a-claimed-member', [{ code: 'not-a-claimed-member' }]);
  return [{ type: 'MemberVerified', data: verified }];
};
