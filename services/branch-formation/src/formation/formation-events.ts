import type { EventData, EventType, Headcounts, LeagueStatus, OwnerAttitude } from '@qucheng/contracts';

interface Stored<Type extends string, Data> {
  readonly type: Type;
  readonly data: Data;
}

/** An event stored as it leaves the service. */
type Own<Type extends EventType> = Stored<Type, EventData<Type>>;

/** What other services told. `seq` is the event's version in its own stream: it decides which word is the later one. */
export type EvidenceEvent =
  | Stored<
      'FirmRecorded',
      { readonly seq: number; readonly registered: boolean; readonly on: string; readonly facts: FirmFacts }
    >
  | Stored<
      'VisitRecorded',
      {
        readonly visitId: string;
        readonly on: string;
        readonly attitude: OwnerAttitude;
        readonly headcounts: Headcounts | null;
      }
    >
  | Stored<
      'CoverageRecorded',
      { readonly activityId: string; readonly on: string; readonly people: number; readonly until: string }
    >
  | Stored<
      'PersonRecorded',
      { readonly seq: number; readonly personId: string; readonly birthYear: number; readonly status: LeagueStatus }
    >
  | Stored<
      'MemberChecked',
      { readonly seq: number; readonly personId: string; readonly result: 'member' | 'notMember' }
    >
  | Stored<'PersonLeft', { readonly seq: number; readonly personId: string }>
  // The counts are absent in what was stored at first.
  | Stored<
      'RosterRecorded',
      { readonly seq: number; readonly on: string; readonly le28?: number; readonly le35?: number }
    >;

/** The facts of the ledger that guards and papers need; absent in a correction means unchanged. */
export type FirmFacts = {
  readonly name?: string | undefined;
  readonly creditCode?: string | null | undefined;
  readonly noCodeReason?: string | null | undefined;
  readonly industry?: string | null | undefined;
  readonly communityId?: string | null | undefined;
  readonly headcounts?: Headcounts | undefined;
  readonly contactIds?: readonly string[] | undefined;
};

/** What the application's paper says and no other service needs. */
export interface ApplicationPaper {
  readonly reason: string;
  readonly copiedToPartyBody: boolean | null;
}

export type FormationEvent =
  | EvidenceEvent
  | Own<'LiaisonNamed'>
  | Own<'RouteChosen'>
  | Stored<'FoundingApplied', EventData<'FoundingApplied'> & { readonly paper: ApplicationPaper }>
  | Stored<'ApplicationReturned', EventData<'ApplicationReturned'> & { readonly missing: readonly string[] }>
  | Own<'FoundingApproved'>
  | Own<'ElectionHeld'>
  | Stored<'CommitteeConfirmed', EventData<'CommitteeConfirmed'> & { readonly nationalSystemId: string }>
  | Own<'BranchFormed'>
  | Own<'StageAdvanced'>
  | Own<'StageReverted'>
  | Own<'NextStepChanged'>;
