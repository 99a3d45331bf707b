import type {
  LeagueStatus,
  MemberVerified,
  RosterConfirmed,
  YoungEmployeeLeft,
  YoungEmployeeRegistered,
} from '@qucheng/contracts';
import type { StreamKind } from '@qucheng/event-store';
import type { z } from 'zod';

export type RosterEvent =
  | {
      readonly type: 'YoungEmployeeRegistered';
      /** `sealed` holds a PersonFields, readable only with the person's key. */
      readonly data: z.infer<typeof YoungEmployeeRegistered> & { readonly sealed: string };
    }
  | { readonly type: 'MemberVerified'; readonly data: z.infer<typeof MemberVerified> }
  | { readonly type: 'YoungEmployeeLeft'; readonly data: z.infer<typeof YoungEmployeeLeft> }
  | { readonly type: 'RosterConfirmed'; readonly data: z.infer<typeof RosterConfirmed> }
  | {
      readonly type: 'PersonRevealed';
      readonly data: { readonly personId: string; readonly enterpriseId: string; readonly reason: string };
    }
  | {
      readonly type: 'PersonErased';
      readonly data: { readonly personId: string; readonly enterpriseId: string; readonly on: string };
    };

export interface Employee {
  readonly personId: string;
  readonly birthYear: number;
  readonly status: z.infer<typeof LeagueStatus>;
  /** null once erased. */
  readonly sealed: string | null;
  readonly leftOn: string | null;
}

export interface Roster {
  readonly people: Readonly<Record<string, Employee>>;
  readonly confirmedOn: string | null;
}

export const rosterKind: StreamKind<Roster, RosterEvent> = {
  name: 'roster',
  initial: { people: {}, confirmedOn: null },
  evolve: (roster, event) => {
    switch (event.type) {
      case 'YoungEmployeeRegistered': {
        const { personId, birthYear, status, sealed } = event.data;
        return withPerson(roster, { personId, birthYear, status, sealed, leftOn: null });
      }
      case 'MemberVerified':
        return changed(roster, event.data.personId, {
          status: event.data.result === 'member' ? 'memberVerified' : 'notMember',
        });
      case 'YoungEmployeeLeft':
        return changed(roster, event.data.personId, { leftOn: event.data.on });
      case 'PersonErased':
        return changed(roster, event.data.personId, { sealed: null, leftOn: event.data.on });
      case 'RosterConfirmed':
        return { ...roster, confirmedOn: event.data.on };
      case 'PersonRevealed':
        return roster;
    }
  },
};

/** Those who work in the firm now. */
export function present(roster: Roster): Employee[] {
  return Object.values(roster.people).filter(({ leftOn }) => leftOn === null);
}

/** The person, if working in the firm now. */
export function presentPerson(roster: Roster, personId: string): Employee | undefined {
  const person = Object.hasOwn(roster.people, personId) ? roster.people[personId] : undefined;
  return person?.leftOn === null ? person : undefined;
}

function withPerson(roster: Roster, person: Employee): Roster {
  return { ...roster, people: { ...roster.people, [person.personId]: person } };
}

function changed(roster: Roster, personId: string, change: Partial<Employee>): Roster {
  const person = roster.people[personId];
  return person === undefined ? roster : withPerson(roster, { ...person, ...change });
}
