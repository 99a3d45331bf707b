import type { Headcounts } from '@qucheng/contracts';
import type { Card } from './firm-card.ts';

/** The ledger's word of a day sorts before every visit's of that day: who was there outweighs the list. */
export const placeInLedger = (on: string): string => on;
export const placeOfVisit = (on: string, visitId: string): string => on + visitId;

/**
 * Figures told by the ledger and by visits, in whatever order they arrive: for each the later place wins. Who does not
 * know a figure (null) says nothing about it.
 */
export function counted(
  card: Pick<Card, 'headcounts' | 'countedAt'>,
  told: Headcounts | null | undefined,
  place: string,
): Pick<Card, 'headcounts' | 'countedAt'> {
  const headcounts = { ...card.headcounts };
  const countedAt = { ...card.countedAt };
  for (const figure of FIGURES) {
    const value = told?.[figure] ?? null;
    if (value === null || (countedAt[figure] ?? '') > place) continue;
    headcounts[figure] = value;
    countedAt[figure] = place;
  }
  return { headcounts, countedAt };
}

const FIGURES = ['staff', 'le35', 'le28', 'members', 'partyMembers'] as const satisfies (keyof Headcounts)[];
