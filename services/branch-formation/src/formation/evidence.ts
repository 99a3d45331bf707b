import type { Headcounts, LeagueStatus, OwnerAttitude } from '@qucheng/contracts';
import type { FirmFacts } from './formation-events.ts';

/** A value and the place of the word that set it; a later place wins whatever order the words arrive in. */
export interface Dated<Value> {
  readonly value: Value;
  readonly place: string;
}

export interface Firm {
  readonly registered: boolean;
  readonly facts: { readonly [Fact in keyof FirmFacts]?: Dated<Exclude<FirmFacts[Fact], undefined>> };
}

export type KnownHeadcounts = { readonly [Count in keyof Headcounts]?: Dated<number> };

export interface Visits {
  readonly lastOn: string;
  readonly attitude: Dated<OwnerAttitude>;
}

export interface Coverage {
  readonly on: string;
  readonly until: string;
  readonly people: number;
}

export interface Roster {
  readonly seq: number;
  readonly on: string;
  /** Counted from dates of birth, which are not known here. */
  readonly le28?: number;
  readonly le35?: number;
}

/** A young employee as far as a branch needs to know: no name, no birthday. */
export interface Person {
  readonly birthYear: number;
  readonly status: LeagueStatus;
  readonly recordedSeq: number;
  readonly check: { readonly result: 'member' | 'notMember'; readonly seq: number } | null;
  readonly leftSeq: number;
}

export const unknownPerson: Person = { birthYear: 0, status: 'none', recordedSeq: 0, check: null, leftSeq: 0 };

export function later<Value>(known: Dated<Value> | undefined, told: Dated<Value>): Dated<Value> {
  return known !== undefined && known.place > told.place ? known : told;
}

export function laterFacts(known: Firm['facts'], told: FirmFacts, place: string): Firm['facts'] {
  const facts: Record<string, Dated<unknown>> = { ...known };
  for (const [fact, value] of Object.entries(told)) {
    if (value !== undefined) facts[fact] = later(facts[fact], { value, place });
  }
  return facts;
}

/** Unknown (null) never replaces a number. */
export function laterHeadcounts(
  known: KnownHeadcounts,
  told: Headcounts | null | undefined,
  place: string,
): KnownHeadcounts {
  const headcounts: Record<string, Dated<number>> = { ...known };
  for (const [count, value] of Object.entries(told ?? {})) {
    if (value !== null) headcounts[count] = later(headcounts[count], { value, place });
  }
  return headcounts;
}

/** Sortable place of a version within its stream. */
export const placeOf = (seq: number): string => String(seq).padStart(12, '0');
