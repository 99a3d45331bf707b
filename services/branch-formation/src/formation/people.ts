import type { Person, Roster } from './evidence.ts';
import type { Formation } from './formation.ts';

export interface PeopleCounts {
  readonly members: number;
  /** Said to be members, not yet verified. */
  readonly unverified: number;
  readonly applicants: number;
  readonly le28: number;
  readonly le35: number;
}

/** The person if they are on the firm's roster today. */
export function employeeOf(formation: Formation, personId: string): Person | undefined {
  const person = formation.people[personId];
  return person !== undefined && person.recordedSeq > person.leftSeq ? person : undefined;
}

export function isKnownInFirm(formation: Formation, personId: string): boolean {
  const contacts = formation.firm.facts.contactIds?.value ?? [];
  return contacts.includes(personId) || employeeOf(formation, personId) !== undefined;
}

export function isVerifiedMember(person: Person): boolean {
  const checked = checkOf(person);
  return checked === undefined ? person.status === 'memberVerified' : checked === 'member';
}

export const isPartyMember = (person: Person): boolean => person.status === 'partyMember';

/** Party members in League posts hold the rights to vote and to stand (election rule 2025, article 6). */
export const mayStand = (person: Person): boolean => isVerifiedMember(person) || isPartyMember(person);

/** The least age of somebody born in that year, as the roster's own service takes it: only the year is known here. */
export const ageIn = (today: string, { birthYear }: Person): number =>
  Number(today.slice(0, 4)) - birthYear - (today.endsWith('-12-31') ? 0 : 1);

export function countPeople(formation: Formation, today: string): PeopleCounts {
  const employees = Object.keys(formation.people).flatMap((id) => employeeOf(formation, id) ?? []);
  const count = (holds: (person: Person) => boolean) => employees.filter(holds).length;
  const confirmed = stillTheRoster(formation);
  return {
    members: count(isVerifiedMember),
    unverified: count((person) => person.status === 'memberClaimed' && checkOf(person) === undefined),
    applicants: count((person) => person.status === 'applicant' && !isVerifiedMember(person)),
    le28: confirmed?.le28 ?? count((person) => ageIn(today, person) <= 28),
    le35: confirmed?.le35 ?? count((person) => ageIn(today, person) <= 35),
  };
}

/** Members of the confirmed roster who are still there; who joined or was verified since is not counted. */
export function countRosterMembers(formation: Formation): number {
  const until = formation.roster?.seq ?? 0;
  return Object.keys(formation.people).filter((id) => {
    const person = employeeOf(formation, id);
    if (person === undefined || !isVerifiedMember(person)) return false;
    return Math.max(person.recordedSeq, person.check?.seq ?? 0) <= until;
  }).length;
}

/** The roster as it was confirmed, unless somebody joined or left since. */
function stillTheRoster({ people, roster }: Formation): Roster | null {
  const changed = Object.values(people).some(
    ({ recordedSeq, leftSeq }) => Math.max(recordedSeq, leftSeq) > (roster?.seq ?? 0),
  );
  return changed ? null : roster;
}

/** The result of verification, unless the person was recorded anew after it. */
const checkOf = ({ check, recordedSeq }: Person): 'member' | 'notMember' | undefined =>
  check !== null && check.seq > recordedSeq ? check.result : undefined;
