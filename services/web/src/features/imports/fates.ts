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

/** How many rows are good and how many firms they are: a firm may stand in several rows. */
export function firmsOf({ counts, repeated }: Pick<ImportView, 'counts' | 'repeated'>) {
  const n = counts.rows - counts.refused;
  return { n, firms: n - repeated, repeated };
}

/** What the one filled button writes: the file, or what a broken-off try left; null when there is nothing to start. */
export function startOf({ status }: Pick<ImportView, 'status'>): 'commit' | 'goOn' | null {
  if (status === 'preview') return 'commit';
  return status === 'failed' ? 'goOn' : null;
}

/** Whether a file was written since this page looked last. One that was written before has long been told. */
export function justWritten(before: ImportView['status'] | undefined, now: ImportView['status'] | undefined): boolean {
  return before !== undefined && before !== 'committed' && now === 'committed';
}

/** How many rows of a kind the file has and how many of them are at hand, where that is not all. */
export function cutOf(
  { rows, counts }: Pick<ImportView, 'rows' | 'counts'>,
  fate: Fate | null,
): { readonly shown: number; readonly of: number } | null {
  const shown = rowsOfFate(rows, fate).length;
  const of = fate === null ? counts.rows : counts[fate];
  return shown < of ? { shown, of } : null;
}
