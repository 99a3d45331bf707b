import type { LeagueStatus } from '@qucheng/contracts';
import type { Decide } from '@qucheng/event-store';
import { refuse, refuseConflict } from '@qucheng/event-store';
import type { z } from 'zod';
import { ageOn } from '../roster/count-roster.ts';
import { presentPerson } from '../roster/roster.ts';
import type { Roster, RosterEvent } from '../roster/roster.ts';

/** Working is allowed from 16 on; a youth in the League's statistics is 35 at most. */
const YOUNGEST = 16;
const OLDEST = 35;

export interface RegisterPerson {
  readonly personId: string;
  readonly enterpriseId: string;
  readonly birthDate: string;
  readonly status: z.infer<typeof LeagueStatus>;
  readonly sealed: string;
  readonly today: string;
  /** Somebody on the roster with the same name, birth date and telephone number; fields are sealed, so the caller looks. */
  readonly twinId: string | undefined;
}

export const registerYouth: Decide<RegisterPerson, Roster, RosterEvent> = (person, roster) => {
  const { personId, enterpriseId, birthDate, status, sealed, today, twinId } = person;
  const age = ageOn(birthDate, today);
  if (age > OLDEST) return refuse('too-old', [{ code: 'too-old', have: age, need: OLDEST, field: 'birthDate' }]);
  if (age < YOUNGEST)
    return refuse('too-young', [{ code: 'too-young', have: age, need: YOUNGEST, field: 'birthDate' }]);
  if (twinId !== undefined && presentPerson(roster, twinId) !== undefined) return refuseConflict('already-on-roster');
  const birthYear = Number(birthDate.slice(0, 4));
  return [
    { type: 'YoungEmployeeRegistered', data: { personId, enterpriseId, birthYear, status, consentOn: today, sealed } },
  ];
};
