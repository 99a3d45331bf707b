import type { EventData, MissingItem, Route, Stage } from '@qucheng/contracts';
import type { StreamKind } from '@qucheng/event-store';
import { later, laterFacts, laterHeadcounts, placeOf, unknownPerson } from './evidence.ts';
import type { Coverage, Dated, Firm, KnownHeadcounts, Person, Roster, Visits } from './evidence.ts';
import type { ApplicationPaper, EvidenceEvent, FormationEvent } from './formation-events.ts';

export type Application = Omit<EventData<'FoundingApplied'>, 'enterpriseId'> & {
  readonly status: 'pending' | 'returned' | 'approved';
  /** What has to be brought, in the secretary's words. */
  readonly returnedFor: readonly string[];
  readonly paper: ApplicationPaper;
};

export interface Branch {
  readonly branchId: string;
  readonly fullName: string;
  readonly replyNo: string;
  readonly approvedOn: string;
  readonly election: EventData<'ElectionHeld'> | null;
  readonly committee: (EventData<'CommitteeConfirmed'> & { readonly nationalSystemId: string }) | null;
  readonly formedOn: string | null;
}

/** What the other services were told last: a firm's stage and next step are announced only when they change. */
export interface Announced {
  readonly stage: Stage | null;
  readonly nextStep: {
    readonly towards: Stage | null;
    readonly filled: readonly Stage[];
    readonly missing: readonly MissingItem[];
  } | null;
}

/**
 * All evidence on one firm's road to a branch. The stage is derived from it (stage.ts), never stored,
 * so no event can push a firm somewhere its evidence does not carry it.
 */
export interface Formation {
  readonly firm: Firm;
  readonly headcounts: KnownHeadcounts;
  readonly visits: Visits | null;
  readonly coverage: Dated<Coverage> | null;
  readonly people: Readonly<Record<string, Person>>;
  readonly roster: Roster | null;
  readonly liaison: { readonly personId: string; readonly on: string } | null;
  readonly route: {
    readonly route: Route;
    readonly partners: readonly string[];
    readonly endsOn: string | null;
  } | null;
  readonly application: Application | null;
  readonly branch: Branch | null;
  readonly announced: Announced;
}

const initial: Formation = {
  firm: { registered: false, facts: {} },
  headcounts: {},
  visits: null,
  coverage: null,
  people: {},
  roster: null,
  liaison: null,
  route: null,
  application: null,
  branch: null,
  announced: { stage: null, nextStep: null },
};

export function evolve(formation: Formation, event: FormationEvent): Formation {
  switch (event.type) {
    case 'FirmRecorded':
    case 'VisitRecorded':
    case 'CoverageRecorded':
    case 'PersonRecorded':
    case 'MemberChecked':
    case 'PersonLeft':
    case 'RosterRecorded':
      return withEvidence(formation, event);
    case 'LiaisonNamed':
      return { ...formation, liaison: { personId: event.data.personId, on: event.data.on } };
    case 'RouteChosen': {
      const { route, partners, endsOn } = event.data;
      return { ...formation, route: { route, partners, endsOn } };
    }
    case 'FoundingApplied':
      return { ...formation, application: { ...event.data, status: 'pending', returnedFor: [] } };
    case 'ApplicationReturned':
      return withApplication(formation, { status: 'returned', returnedFor: event.data.missing });
    case 'FoundingApproved': {
      const { branchId, fullName, replyNo, on } = event.data;
      const branch = { branchId, fullName, replyNo, approvedOn: on, election: null, committee: null, formedOn: null };
      return { ...withApplication(formation, { status: 'approved' }), branch };
    }
    case 'ElectionHeld':
      return withBranch(formation, { election: event.data });
    case 'CommitteeConfirmed':
      return withBranch(formation, { committee: event.data });
    case 'BranchFormed':
      return withBranch(formation, { formedOn: event.data.on });
    case 'StageAdvanced':
    case 'StageReverted':
      return { ...formation, announced: { ...formation.announced, stage: event.data.to } };
    case 'NextStepChanged': {
      const { towards, filled, missing } = event.data;
      return { ...formation, announced: { ...formation.announced, nextStep: { towards, filled, missing } } };
    }
    default:
      return event satisfies never;
  }
}

function withEvidence(formation: Formation, event: EvidenceEvent): Formation {
  switch (event.type) {
    case 'FirmRecorded': {
      const { seq, registered, on, facts } = event.data;
      const { firm, headcounts } = formation;
      return {
        ...formation,
        firm: { registered: firm.registered || registered, facts: laterFacts(firm.facts, facts, placeOf(seq)) },
        // '-' sorts before every ULID: of the same day, what a visit heard outweighs the ledger.
        headcounts: laterHeadcounts(headcounts, facts.headcounts, `${on}-${placeOf(seq)}`),
      };
    }
    case 'VisitRecorded': {
      const { on, visitId, attitude, headcounts } = event.data;
      const place = on + visitId;
      const lastOn = formation.visits === null || formation.visits.lastOn < on ? on : formation.visits.lastOn;
      return {
        ...formation,
        visits: { lastOn, attitude: later(formation.visits?.attitude, { value: attitude, place }) },
        headcounts: laterHeadcounts(formation.headcounts, headcounts, place),
      };
    }
    case 'CoverageRecorded': {
      const { on, until, people, activityId } = event.data;
      const told = { value: { on, until, people }, place: until + on + activityId };
      return { ...formation, coverage: later(formation.coverage ?? undefined, told) };
    }
    case 'PersonRecorded':
      return withPerson(formation, event.data.personId, (person) =>
        person.recordedSeq > event.data.seq
          ? person
          : { ...person, birthYear: event.data.birthYear, status: event.data.status, recordedSeq: event.data.seq },
      );
    case 'MemberChecked':
      return withPerson(formation, event.data.personId, (person) =>
        person.check !== null && person.check.seq > event.data.seq
          ? person
          : { ...person, check: { result: event.data.result, seq: event.data.seq } },
      );
    case 'PersonLeft':
      return withPerson(formation, event.data.personId, (person) => ({
        ...person,
        leftSeq: Math.max(person.leftSeq, event.data.seq),
      }));
    case 'RosterRecorded':
      if (formation.roster !== null && formation.roster.seq > event.data.seq) return formation;
      return { ...formation, roster: event.data };
    default:
      return event satisfies never;
  }
}

const withPerson = (formation: Formation, personId: string, change: (person: Person) => Person): Formation => ({
  ...formation,
  people: { ...formation.people, [personId]: change(formation.people[personId] ?? unknownPerson) },
});

const withApplication = (
  formation: Formation,
  change: Pick<Application, 'status'> & Partial<Application>,
): Formation => ({
  ...formation,
  application: formation.application && { ...formation.application, ...change },
});

const withBranch = (formation: Formation, change: Partial<Branch>): Formation => ({
  ...formation,
  branch: formation.branch && { ...formation.branch, ...change },
});

export const formationKind: StreamKind<Formation, FormationEvent> = { name: 'formation', initial, evolve };
