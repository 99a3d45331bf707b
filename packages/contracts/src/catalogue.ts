import type { z } from 'zod';
import * as activity from './events/activity-events.ts';
import * as enterprise from './events/enterprise-events.ts';
import * as followUp from './events/follow-up-events.ts';
import * as formation from './events/formation-events.ts';
import * as office from './events/office-events.ts';
import * as roster from './events/roster-events.ts';
import * as visit from './events/visit-events.ts';

export type ServiceName =
  'street-office' | 'enterprise-registration' | 'activity-coverage' | 'branch-formation' | 'follow-ups' | 'dashboards';

interface Entry {
  readonly schema: z.ZodType;
  readonly topic: string;
  readonly producer: ServiceName;
  readonly consumers: readonly ServiceName[];
}

const family = <Types extends Record<string, readonly [z.ZodType, readonly ServiceName[]]>>(
  topic: string,
  producer: ServiceName,
  types: Types,
) =>
  Object.fromEntries(
    Object.entries(types).map(([type, [schema, consumers]]) => [type, { schema, topic, producer, consumers }]),
  ) as { [Type in keyof Types]: Entry & { readonly schema: Types[Type][0] } }; // fromEntries forgets the keys

/** Every event that leaves a service: who makes it, on which topic, who listens. docs/flow.md is printed from this. */
export const CATALOGUE = {
  ...family('qucheng.office.v1', 'street-office', {
    StreetOpened: [office.StreetOpened, ['enterprise-registration', 'branch-formation', 'dashboards']],
    CommunityAdded: [office.CommunityAdded, ['enterprise-registration', 'dashboards']],
    AccountOpened: [office.AccountOpened, ['dashboards']],
    RuleVersionSet: [office.RuleVersionSet, ['activity-coverage', 'branch-formation', 'follow-ups', 'dashboards']],
  }),
  ...family('qucheng.enterprise.v1', 'enterprise-registration', {
    EnterpriseRegistered: [
      enterprise.EnterpriseRegistered,
      ['activity-coverage', 'branch-formation', 'follow-ups', 'dashboards'],
    ],
    EnterpriseCorrected: [
      enterprise.EnterpriseCorrected,
      ['activity-coverage', 'branch-formation', 'follow-ups', 'dashboards'],
    ],
    OwnerAssigned: [enterprise.OwnerAssigned, ['follow-ups', 'dashboards']],
  }),
  ...family('qucheng.roster.v1', 'enterprise-registration', {
    YoungEmployeeRegistered: [roster.YoungEmployeeRegistered, ['activity-coverage', 'branch-formation', 'dashboards']],
    MemberVerified: [roster.MemberVerified, ['branch-formation', 'dashboards']],
    YoungEmployeeLeft: [roster.YoungEmployeeLeft, ['activity-coverage', 'branch-formation', 'dashboards']],
    RosterConfirmed: [roster.RosterConfirmed, ['branch-formation', 'dashboards']],
  }),
  ...family('qucheng.visit.v1', 'activity-coverage', {
    VisitLogged: [visit.VisitLogged, ['branch-formation', 'follow-ups', 'dashboards']],
  }),
  ...family('qucheng.activity.v1', 'activity-coverage', {
    ActivityPublished: [activity.ActivityPublished, ['dashboards']],
    SignUpMade: [activity.SignUpMade, ['dashboards']],
    SignUpCancelled: [activity.SignUpCancelled, ['dashboards']],
    AttendanceRecorded: [activity.AttendanceRecorded, ['activity-coverage', 'dashboards']],
  }),
  ...family('qucheng.coverage.v1', 'activity-coverage', {
    EnterpriseCovered: [activity.EnterpriseCovered, ['branch-formation', 'follow-ups', 'dashboards']],
  }),
  ...family('qucheng.formation.v1', 'branch-formation', {
    LiaisonNamed: [formation.LiaisonNamed, ['dashboards']],
    RouteChosen: [formation.RouteChosen, ['dashboards']],
    FoundingApplied: [formation.FoundingApplied, ['dashboards']],
    ApplicationReturned: [formation.ApplicationReturned, ['dashboards']],
    FoundingApproved: [formation.FoundingApproved, ['dashboards']],
    ElectionHeld: [formation.ElectionHeld, ['dashboards']],
    CommitteeConfirmed: [formation.CommitteeConfirmed, ['dashboards']],
    BranchFormed: [formation.BranchFormed, ['dashboards']],
    StageAdvanced: [formation.StageAdvanced, ['dashboards']],
    StageReverted: [formation.StageReverted, ['dashboards']],
    NextStepChanged: [formation.NextStepChanged, ['dashboards']],
  }),
  ...family('qucheng.follow-up.v1', 'follow-ups', {
    FollowUpScheduled: [followUp.FollowUpScheduled, ['dashboards']],
    FollowUpCameDue: [followUp.FollowUpCameDue, ['dashboards']],
    FollowUpDone: [followUp.FollowUpDone, ['dashboards']],
    FollowUpSnoozed: [followUp.FollowUpSnoozed, ['dashboards']],
  }),
} as const;

export type EventType = keyof typeof CATALOGUE;
export type EventData<Type extends EventType> = z.infer<(typeof CATALOGUE)[Type]['schema']>;

/** A contract event before it gets its envelope. */
export type ContractEvent = { [Type in EventType]: { readonly type: Type; readonly data: EventData<Type> } }[EventType];

export const EVENT_TYPES = Object.keys(CATALOGUE) as EventType[]; // the keys of a const object are its keys

/** Partitions of every topic. Never changed on a live topic: order per key rests on it. */
export const PARTITIONS = 6;

export const TOPICS: readonly string[] = [...new Set(EVENT_TYPES.map((type) => CATALOGUE[type].topic))];

export function eventsFor(consumer: ServiceName): EventType[] {
  return EVENT_TYPES.filter((type) => CATALOGUE[type].consumers.includes(consumer));
}

export function topicsFor(consumer: ServiceName): string[] {
  return [...new Set(eventsFor(consumer).map((type) => CATALOGUE[type].topic))];
}
