import type { EventData, EventType } from '@qucheng/contracts';
import { dayOf, type AnyEvent } from '@qucheng/service-kit';
import { firmOf } from '../firm-card/apply-to-card.ts';
import type { TimelineDocument } from './timeline-store.ts';

/** The timeline entry of an event; undefined when it is about no firm or tells nothing of its own. */
export function timelineEntry(event: AnyEvent): TimelineDocument | undefined {
  const enterpriseId = firmOf(event);
  // The table pairs each type with its own data; the union of pairs is beyond what the compiler follows.
  const tell = TOLD[event.type] as ((data: object) => object) | null;
  if (enterpriseId === undefined || tell === null) return undefined;
  return {
    _id: event.id,
    streetId: event.streetid,
    enterpriseId,
    type: event.type,
    at: event.time,
    on: 'on' in event.data ? event.data.on : dayOf(event.time),
    by: event.by,
    through: event.through,
    data: tell(event.data),
  };
}

const only =
  <Data extends object>(...fields: readonly (keyof Data)[]) =>
  (data: Data): Partial<Data> =>
    Object.fromEntries(fields.map((field) => [field, data[field]])) as Partial<Data>; // entries forget their keys

/**
 * What an entry may tell of each event. People are counted and never named, not even by their ids: whoever asks to be
 * forgotten is forgotten in enterprise-registration, which nobody hears of here.
 */
const TOLD: { readonly [Type in EventType]: ((data: EventData<Type>) => object) | null } = {
  EnterpriseRegistered: only('name', 'creditCode', 'source'),
  EnterpriseCorrected: only('changes', 'source'),
  OwnerAssigned: only('cadreId', 'from'),
  YoungEmployeeRegistered: only('status', 'consentOn'),
  MemberVerified: only('method', 'result', 'on'),
  YoungEmployeeLeft: only('on'),
  RosterConfirmed: only('members', 'unverified', 'le28', 'le35', 'on'),
  VisitLogged: ({ metWith: { post }, ...data }) => ({
    ...only<typeof data>('visitId', 'on', 'kind', 'visitors', 'headcounts', 'needs', 'attitude', 'promise')(data),
    metWith: { post },
  }),
  SignUpMade: only('activityId', 'waiting'),
  SignUpCancelled: only('activityId'),
  AttendanceRecorded: only('activityId', 'method', 'on'),
  EnterpriseCovered: only('activityId', 'on', 'firstTime', 'people', 'until'),
  LiaisonNamed: only('on'),
  RouteChosen: only('route', 'partners', 'endsOn', 'ruleRefs'),
  FoundingApplied: only('applicationId', 'enterpriseIds', 'form', 'members', 'le35', 'on'),
  ApplicationReturned: only('applicationId', 'missing', 'on'),
  FoundingApproved: only('applicationId', 'branchId', 'replyNo', 'fullName', 'on'),
  ElectionHeld: only('branchId', 'due', 'present', 'ballots', 'on'),
  CommitteeConfirmed: only('branchId', 'replyNo', 'termFrom', 'termTo'),
  BranchFormed: only('branchId', 'enterpriseIds', 'form', 'fullName', 'members', 'on'),
  StageAdvanced: only('from', 'to', 'on', 'ruleVersion'),
  StageReverted: only('from', 'to', 'on', 'reason', 'ruleVersion'),
  FollowUpScheduled: only('followUpId', 'kind', 'promise', 'dueOn', 'assigneeId', 'cause'),
  FollowUpCameDue: only('followUpId', 'assigneeId'),
  FollowUpDone: only('followUpId', 'how', 'on'),
  FollowUpSnoozed: only('followUpId', 'dueOn'),
  // Follows from the other entries.
  NextStepChanged: null,
  // About no firm.
  ActivityPublished: null,
  StreetOpened: null,
  CommunityAdded: null,
  AccountOpened: null,
  RuleVersionSet: null,
};
