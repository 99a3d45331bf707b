import type { Headcounts } from '@qucheng/contracts';
import type { EnterpriseFacts } from './enterprise.ts';

/**
 * What newer facts change in known ones. Silence is no correction: a blank never overwrites what is known, and a firm
 * keeps its code when a later list has none.
 */
export function correctionsOf(known: EnterpriseFacts, newer: EnterpriseFacts): Partial<EnterpriseFacts> {
  const compared: (keyof EnterpriseFacts)[] = ['name', 'communityId', 'address', 'building', 'aboveScale'];
  if (newer.industry !== null) compared.push('industry', 'industryCode', 'serviceTrade');
  if (newer.creditCode !== null) compared.push('creditCode');
  else if (known.creditCode === null && newer.noCodeReason !== 'unknown') compared.push('noCodeReason');
  const changed = compared.filter((key) => newer[key] !== null && newer[key] !== known[key]);
  const changes: Partial<EnterpriseFacts> = Object.fromEntries(changed.map((key) => [key, newer[key]]));
  const headcounts = mergeHeadcounts(known.headcounts, newer.headcounts);
  return {
    ...changes,
    ...(newer.creditCode !== null && known.noCodeReason !== null ? { noCodeReason: null } : {}),
    ...(headcounts === known.headcounts ? {} : { headcounts }),
  };
}

function mergeHeadcounts(known: Headcounts, newer: Headcounts): Headcounts {
  const keys = ['staff', 'le35', 'le28', 'members', 'partyMembers'] as const;
  const changed = keys.filter((key) => newer[key] !== null && newer[key] !== known[key]);
  return changed.length === 0 ? known : { ...known, ...Object.fromEntries(changed.map((key) => [key, newer[key]])) };
}
