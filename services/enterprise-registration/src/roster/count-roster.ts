import type { Roster } from './roster.ts';
import { present } from './roster.ts';

export interface RosterCounts {
  readonly members: number;
  readonly unverified: number;
  readonly le28: number;
  readonly le35: number;
  readonly total: number;
}

/** Counts those who work in the firm now, by their ages on a day. `birthDateOf` answers undefined for nobody's date. */
export function countRoster(
  roster: Roster,
  on: string,
  birthDateOf: (personId: string) => string | undefined,
): RosterCounts {
  const people = present(roster).map(({ personId, status, birthYear }) => ({
    status,
    // Without the date (its key is away) the youngest possible age of the year counts.
    age: ageOn(birthDateOf(personId) ?? `${String(birthYear)}-12-31`, on),
  }));
  const count = (holds: (person: (typeof people)[number]) => boolean) => people.filter(holds).length;
  return {
    members: count(({ status }) => status === 'memberVerified'),
    unverified: count(({ status }) => status === 'memberClaimed'),
    le28: count(({ age }) => age <= 28),
    le35: count(({ age }) => age <= 35),
    total: people.length,
  };
}

/** Full years on a day of the street. */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
