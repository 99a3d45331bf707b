import { STAGES, type FirmCard, type Stage } from '@qucheng/contracts';
import { nextFollowUp, type Card } from './firm-card.ts';

/** The card as the API shows it on a day of the street. */
export function viewCard(card: Card, today: string): FirmCard {
  const next = nextFollowUp(card);
  return {
    enterpriseId: card.enterpriseId,
    name: card.name,
    creditCode: card.creditCode,
    industry: card.industry,
    serviceTrade: card.serviceTrade,
    communityId: card.communityId,
    building: card.building,
    address: card.address,
    aboveScale: card.aboveScale,
    ownerId: card.ownerId,
    stage: card.stage,
    stageSince: card.stageSince ?? card.reachedOn[card.stage] ?? null,
    filled: filledLocks(card, today),
    towards: card.towards,
    missing: [...card.missing],
    headcounts: card.headcounts,
    verifiedMembers: card.verifiedMembers,
    rosterTotal: card.rosterTotal,
    attitude: card.attitude,
    lastVisitOn: card.lastVisitOn,
    visits: card.visits,
    attendances: card.attendances,
    next: next && {
      followUpId: next.followUpId,
      kind: next.kind,
      dueOn: next.dueOn,
      assigneeId: next.assigneeId,
      promise: next.promise,
    },
  };
}

/** The locks that hold water. Coverage lapses with time, so it is asked for today; the others change by events. */
export function filledLocks(card: Card, today: string): Stage[] {
  return STAGES.filter((stage) => (stage === 'activityCovered' ? isCovered(card, today) : card.filled.includes(stage)));
}

export function isCovered(card: Card, today: string): boolean {
  return card.coveredUntil !== null && card.coveredUntil >= today;
}

/**
 * Which firms first: the published case starts with service trades that have many young people. Points: service
 * trade 30, one per young employee up to 40, three per League member up to 30, two per attendance up to 20.
 */
export function priorityOf(card: Card): number {
  const youths = Math.min(40, card.headcounts.le35 ?? 0);
  const members = Math.min(30, 3 * Math.max(card.verifiedMembers, card.headcounts.members ?? 0));
  return (card.serviceTrade ? 30 : 0) + youths + members + Math.min(20, 2 * card.attendances);
}
