import type { i18n, TFunction } from 'i18next';

interface Missing {
  readonly code: string;
  readonly have?: number | undefined;
  readonly need?: number | undefined;
  readonly field?: string | undefined;
  readonly label?: string;
}

/** Sentence of a missing item: counted where it can be counted, the server's label where the catalogue has none. */
export function missingWords(item: Missing, t: TFunction, i18next: Pick<i18n, 'exists'>): string {
  const values = { have: item.have ?? 0, need: item.need ?? 0, gap: Math.max(0, (item.need ?? 0) - (item.have ?? 0)) };
  const field = item.field === undefined ? undefined : `missing.${item.code}_${item.field}`;
  if (field !== undefined && i18next.exists(field)) return t(field, values);
  const plain = `missing.${item.code}`;
  if (i18next.exists(plain)) return t(plain, values);
  return item.label ?? t('missing.other', { code: item.code });
}
