import type { ImportRow, ImportView } from '../../requests/shapes.ts';

/** What becomes of a row, in the order somebody asks for it. */
export const FATES = ['new', 'changed', 'same', 'refused'] as const;
export type Fate = (typeof FATES)[number];

export function rowsOfFate(rows: readonly ImportRow[], fate: Fate | null): ImportRow[] {
  return rows.filter((row) => fate === null || row.fate === fate);
}

/** Rows that will change something: the rest is there already or has to be fixed first. */
export function worthWriting({ counts }: Pick<ImportView, 'counts'>): number {
  return counts.new + counts.changed;
}
