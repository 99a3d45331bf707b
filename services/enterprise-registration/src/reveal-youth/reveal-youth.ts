import type { Decide } from '@qucheng/event-store';
import { refuseAbsent } from '@qucheng/event-store';
import type { Roster, RosterEvent } from '../roster/roster.ts';

export interface RevealPerson {
  readonly personId: string;
  readonly enterpriseId: string;
  readonly reason: string;
}

/** Who looked at whose data, and why, stays in the log. */
export const revealYouth: Decide<RevealPerson, Roster, RosterEvent> = ({ personId, enterpriseId, reason }, roster) =>
  roster.people[personId]?.sealed == null
    ? refuseAbsent('person-erased')
    : [{ type: 'PersonRevealed', data: { personId, enterpriseId, reason } }];
