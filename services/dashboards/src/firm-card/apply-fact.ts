import { STAGES, type EventData, type Stage } from '@qucheng/contracts';
import type { AnyEvent } from '@qucheng/service-kit';
import type { Card, CardFollowUp } from './firm-card.ts';
import { counted, placeInLedger, placeOfVisit } from './headcounts.ts';

/** Closed follow-ups kept on the card, so that a late duplicate cannot open one again. */
const CLOSED_KEPT = 20;

/** What each kind of fact changes on a card; duplicates have been sorted out before. */
export function applyFact(card: Card, fact: AnyEvent): Card {
  switch (fact.type) {
    case 'EnterpriseRegistered':
      return registered(card, fact.data);
    case 'EnterpriseCorrected':
      return corrected(card, fact.data);
    case 'OwnerAssigned':
      return { ...card, ownerId: fact.data.cadreId };
    case 'YoungEmployeeRegistered':
      return { ...card, rosterTotal: card.rosterTotal + 1 };
    case 'YoungEmployeeLeft':
      return verified({ ...card, rosterTotal: Math.max(0, card.rosterTotal - 1) }, fact.data.personId, false);
    case 'MemberVerified':
      return verified(card, fact.data.personId, fact.data.result === 'member');
    case 'VisitLogged':
      return visited(card, fact.data);
    case 'AttendanceRecorded':
      return { ...card, attendances: card.attendances + 1 };
    case 'EnterpriseCovered':
      return { ...card, coveredUntil: later(card.coveredUntil, fact.data.until) };
    case 'BranchFormed':
      return { ...card, branchId: fact.data.branchId };
    case 'StageAdvanced':
      return reached(card, fact.data.to, fact.data.on);
    case 'StageReverted':
      return fellBack(card, fact.data.to ?? 'surveyed', fact.data.on);
    case 'NextStepChanged':
      return { ...card, towards: fact.data.towards, filled: fact.data.filled, missing: fact.data.missing };
    case 'FollowUpScheduled':
    case 'FollowUpSnoozed':
    case 'FollowUpDone':
    case 'FollowUpCameDue':
      return followedUp(card, fact);
    case 'RosterConfirmed':
    case 'RouteChosen':
    case 'LiaisonNamed':
    case 'FoundingApplied':
    case 'ApplicationReturned':
    case 'FoundingApproved':
    case 'ElectionHeld':
    case 'CommitteeConfirmed':
    case 'SignUpMade':
    case 'SignUpCancelled':
    case 'ActivityPublished':
    case 'StreetOpened':
    case 'CommunityAdded':
    case 'AccountOpened':
    case 'RuleVersionSet':
      // On no card, but whoever waits for such a write of theirs must hear that it has come.
      return card;
    default:
      return fact satisfies never;
  }
}

function registered(card: Card, data: EventData<'EnterpriseRegistered'>): Card {
  const { name, creditCode, industry, serviceTrade, communityId, building, address, aboveScale } = data;
  const facts = { name, creditCode, industry, serviceTrade, communityId, building, address, aboveScale };
  return {
    ...card,
    ...facts,
    listed: true,
    ownerId: data.ownerId,
    ...counted(card, data.headcounts, placeInLedger(data.source.on)),
    reachedOn: { ...card.reachedOn, surveyed: data.source.on },
  };
}

function corrected(card: Card, { changes, source }: EventData<'EnterpriseCorrected'>): Card {
  const { headcounts, noCodeReason: _noCodeReason, industryCode: _industryCode, ...facts } = changes;
  return { ...card, ...defined(facts), ...counted(card, headcounts, placeInLedger(source.on)) };
}

function verified(card: Card, personId: string, isMember: boolean): Card {
  const others = card.verified.filter((each) => each !== personId);
  const members = isMember ? [...others, personId] : others;
  return { ...card, verified: members, verifiedMembers: members.length };
}

function visited(card: Card, data: EventData<'VisitLogged'>): Card {
  const newest = card.lastVisitOn === null || data.on >= card.lastVisitOn;
  return {
    ...card,
    ...counted(card, data.headcounts, placeOfVisit(data.on, data.visitId)),
    visits: card.visits + 1,
    ...(newest && { lastVisitOn: data.on, attitude: data.attitude }),
  };
}

function reached(card: Card, stage: Stage, on: string): Card {
  return { ...card, stage, stageSince: on, reachedOn: { [stage]: on, ...card.reachedOn } };
}

function fellBack(card: Card, stage: Stage, on: string): Card {
  const kept = STAGES.slice(0, STAGES.indexOf(stage) + 1);
  const entries = Object.entries(card.reachedOn).filter(([each]) => kept.some((stay) => stay === each));
  return { ...card, stage, stageSince: on, reachedOn: Object.fromEntries(entries) };
}

type FollowUpFact = Extract<
  AnyEvent,
  { type: 'FollowUpScheduled' | 'FollowUpSnoozed' | 'FollowUpDone' | 'FollowUpCameDue' }
>;

function followedUp(card: Card, fact: FollowUpFact): Card {
  const { followUpId } = fact.data;
  const before = card.followUps.find((each) => each.followUpId === followUpId);
  if (before !== undefined && before.version >= fact.streamversion) return card;
  const after = followUpAfter(before, fact);
  if (after === undefined) return card;
  const others = card.followUps.filter((each) => each.followUpId !== followUpId);
  const closed = others.filter((each) => !each.open).slice(-CLOSED_KEPT);
  const followUps = [...others.filter((each) => each.open), ...closed, { ...after, version: fact.streamversion }];
  return { ...card, followUps };
}

function followUpAfter(before: CardFollowUp | undefined, fact: FollowUpFact): CardFollowUp | undefined {
  if (fact.type === 'FollowUpScheduled') {
    const { followUpId, kind, promise, dueOn, assigneeId } = fact.data;
    return { followUpId, version: 0, kind, promise, dueOn, assigneeId, open: true };
  }
  if (before === undefined) return undefined;
  if (fact.type === 'FollowUpSnoozed') return { ...before, dueOn: fact.data.dueOn };
  return fact.type === 'FollowUpDone' ? { ...before, open: false } : before;
}

const later = (one: string | null, other: string): string => (one !== null && one > other ? one : other);

const defined = <Fields extends object>(fields: Fields): { [Key in keyof Fields]: Exclude<Fields[Key], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Fields]: Exclude<Fields[Key], undefined>;
  }; // entries forget their keys
