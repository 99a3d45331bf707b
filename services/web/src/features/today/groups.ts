import { daysBetween } from '../../language/dates.ts';
import type { FollowUpItem } from '../../requests/shapes.ts';

export const GROUPS = ['late', 'due', 'later'] as const;
export type Group = (typeof GROUPS)[number];

/** Late before due before later; each by its day. Due means today or tomorrow: what one plans the day with. */
export function groupFollowUps(items: readonly FollowUpItem[], today: string): Record<Group, FollowUpItem[]> {
  const groups: Record<Group, FollowUpItem[]> = { late: [], due: [], later: [] };
  for (const item of items) {
    if (item.status === 'done') continue;
    const days = daysBetween(today, item.dueOn);
    groups[days < 0 ? 'late' : days <= 1 ? 'due' : 'later'].push(item);
  }
  for (const group of GROUPS) groups[group].sort((a, b) => a.dueOn.localeCompare(b.dueOn));
  return groups;
}

/**
 * How many a group holds. Follow-ups come by their day, so while more are to come it is the last group at hand that is
 * not complete, and says so.
 */
export function countOf(groups: Record<Group, readonly unknown[]>, group: Group, more: boolean): string {
  const last = GROUPS.filter((each) => groups[each].length > 0).pop();
  return `${String(groups[group].length)}${more && group === last ? '+' : ''}`;
}
