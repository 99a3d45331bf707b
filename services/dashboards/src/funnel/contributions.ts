import { STAGES } from '@qucheng/contracts';
import { daysBetween } from '@qucheng/service-kit';
import { nextFollowUp, type Card } from '../firm-card/firm-card.ts';

/**
 * What one firm adds to its community's counters, as counter names. A changed card takes its old names out and puts
 * its new ones in, so the counters are always the sum over the cards and a recount must give the same.
 * Names that hold a day let figures that depend on today be summed when they are read.
 */
export function contributions(card: Card): string[] {
  if (!card.listed) return [];
  const names = ['total', `stage:${card.stage}`, `members:${String(Math.min(card.verifiedMembers, MEMBERS_COUNTED))}`];
  if (card.coveredUntil !== null) names.push(`coveredUntil:${card.coveredUntil}`);
  if (STAGES.indexOf(card.stage) >= FORMED) {
    names.push(`formedMembers:${String(Math.min(card.verifiedMembers, MEMBERS_COUNTED))}`);
    if (card.branchId !== null) names.push('branches');
  }
  const next = nextFollowUp(card);
  if (next !== null) names.push(`due:${next.dueOn}`);
  return [...names, ...passages(card)];
}

/** Verified members beyond this are counted together: no threshold lies higher. */
export const MEMBERS_COUNTED = 200;
const FORMED = STAGES.indexOf('formed');

/** When the firm entered each stage and how many days the stage before had taken. */
function passages(card: Card): string[] {
  const names: string[] = [];
  let before: string | undefined;
  for (const stage of STAGES) {
    const on = card.reachedOn[stage];
    if (on === undefined) continue;
    names.push(`entered:${stage}:${on.slice(0, 7)}`);
    if (before !== undefined) names.push(`days:${stage}:${String(Math.max(0, daysBetween(before, on)))}`);
    before = on;
  }
  return names;
}
