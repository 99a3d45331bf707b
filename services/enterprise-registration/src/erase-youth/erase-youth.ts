import type { Decide } from '@qucheng/event-store';
import { refuseAbsent } from '@qucheng/event-store';
import type { Roster, RosterEvent } from '../roster/roster.ts';

export interface ErasePerson {
  readonly personId: string;
  readonly enterpriseId: string;
  readonly on: string;
}

/** The log keeps that somebody was here and was erased; who it was goes with the key. */
export const eraseYouth: Decide<ErasePerson, Roster, RosterEvent> = (erased, roster) => {
  const person = roster.people[erased.personId];
  if (person === undefined) return refuseAbsent('not-on-roster');
  if (person.sealed === null) return [];
  const left: RosterEvent[] = person.leftOn === null ? [{ type: 'YoungEmployeeLeft', data: erased }] : [];
  return [...left, { type: 'PersonErased', data: erased }];
};
