import type { Headcounts } from '@qucheng/contracts';
import type { EnterpriseFacts } from './enterprise.ts';

/**
 * What newer facts change in known ones. Silence is no correction: a blank never overwrites what is known, and a firm
 * keeps its code when a later list has none.
 */
export function correctionsOf(known: EnterpriseFacts, newer: EnterpriseFacts): Partial<EnterpriseFacts> {
  const changes: { -readonly [Key in keyof EnterpriseFacts]?: EnterpriseFacts[Key] } = {};
  const take = <Key extends keyof EnterpriseFacts>(key: Key) => {
    if (newer[key] !== null && newer[key] !== known[key]) changes[key] = newer[key];
  };
  take('name');
  take('communityId');
  take('address');
  take('building');
  take('aboveScale');
  if (newer.industry !== null) {
    take('industry');
    take('industryCode');
    take('serviceTrade');
  }
  if (newer.creditCode !== null) {
    take('creditCode');
    if (known.noCodeReason !== null) changes.noCodeReason = null;
  } else if (known.creditCode === null && newer.noCodeReason !== 'unknown') {
    take('noCodeReason');
  }
  const headcounts = mergeHeadcounts(known.headcounts, newer.headcounts);
  if (headcounts !== known.headcounts) changes.headcounts = headcounts;
  return changes;
}

function mergeHeadcounts(known: Headcounts, newer: Headcounts): Headcounts {
  const keys = ['staff', 'le35', 'le28', 'members', 'partyMembers'] as const;
  const changed = keys.filter((key) => newer[key] !== null && newer[key] !== known[key]);
  return changed.length === 0 ? known : { ...known, ...Object.fromEntries(changed.map((key) => [key, newer[key]])) };
}
