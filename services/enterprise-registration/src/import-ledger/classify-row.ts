import type { RowFate } from '@qucheng/contracts';
import { correctionsOf } from '../enterprise/correct-facts.ts';
import { nameKey } from '../enterprise/claim-store.ts';
import type { KnownFirm } from '../enterprise/firm-store.ts';
import type { ContactFields } from '../enterprise/seal-contacts.ts';
import type { LedgerRow, RowIssue } from './read-ledger-row.ts';

export interface ClassifiedRow {
  readonly fate: RowFate;
  /** The known firm it is about. */
  readonly enterpriseId: string | null;
  /** An earlier row of the file says the same: nothing more to do. */
  readonly repeats: number | null;
  readonly issues: readonly RowIssue[];
}

/** The firms a file may be about, by code and by name. */
export interface KnownFirms {
  readonly byCode: ReadonlyMap<string, KnownFirm>;
  readonly byName: ReadonlyMap<string, readonly KnownFirm[]>;
  /** Whether the firm has this contact already. */
  readonly hasContact: (firm: KnownFirm, contact: ContactFields) => boolean;
}

/** What earlier rows of the same file were, by `identityOf`. */
export type EarlierRows = Map<string, LedgerRow>;

/** Decides what becomes of a row. Remembers it in `earlier`. */
export function classifyRow(row: LedgerRow, known: KnownFirms, earlier: EarlierRows): ClassifiedRow {
  if (row.issues.some(({ severity }) => severity === 'error')) return refused(row);
  const identity = identityOf(row);
  const first = earlier.get(identity);
  if (first !== undefined) return repeated(row, first);
  earlier.set(identity, row);
  const firm = firmOf(row, known);
  if (firm === 'ambiguous') return refused(row, { field: 'creditCode', code: 'firm-ambiguous', severity: 'error' });
  if (firm === undefined) return { fate: 'new', enterpriseId: null, repeats: null, issues: row.issues };
  const changes = correctionsOf(firm, row.facts);
  const isSame = Object.keys(changes).length === 0 && (row.contact === null || known.hasContact(firm, row.contact));
  return { fate: isSame ? 'same' : 'changed', enterpriseId: firm.enterpriseId, repeats: null, issues: row.issues };
}

/** Firms found for a file, in the shape rows are compared with. */
export function indexFirms(firms: readonly KnownFirm[], hasContact: KnownFirms['hasContact']): KnownFirms {
  const byName = new Map<string, KnownFirm[]>();
  for (const firm of firms) byName.set(nameKey(firm.name), [...(byName.get(nameKey(firm.name)) ?? []), firm]);
  const byCode = new Map(firms.flatMap((firm) => (firm.creditCode === null ? [] : [[firm.creditCode, firm] as const])));
  return { byCode, byName, hasContact };
}

function identityOf({ facts: { creditCode, name, communityId } }: LedgerRow): string {
  return creditCode ?? `${communityId ?? ''}:${nameKey(name)}`;
}

function repeated(row: LedgerRow, first: LedgerRow): ClassifiedRow {
  const says = ({ facts, contact }: LedgerRow) => JSON.stringify([facts, contact]);
  const values = { row: first.row };
  if (says(row) !== says(first))
    return refused(row, { field: 'name', code: 'row-contradicts', severity: 'error', values });
  const issues = [...row.issues, { field: 'name', code: 'row-repeated', severity: 'warning', values } as const];
  return { fate: 'same', enterpriseId: null, repeats: first.row, issues };
}

/** By code; else by name, among firms that have no code themselves or where the row has none. */
function firmOf({ facts }: LedgerRow, known: KnownFirms): KnownFirm | 'ambiguous' | undefined {
  const exact = facts.creditCode === null ? undefined : known.byCode.get(facts.creditCode);
  if (exact !== undefined) return exact;
  const namesakes = (known.byName.get(nameKey(facts.name)) ?? []).filter(
    (firm) =>
      (facts.creditCode === null || firm.creditCode === null) &&
      (firm.communityId === facts.communityId || firm.communityId === null || facts.communityId === null),
  );
  return namesakes.length > 1 ? 'ambiguous' : namesakes[0];
}

function refused(row: LedgerRow, issue?: RowIssue): ClassifiedRow {
  return {
    fate: 'refused',
    enterpriseId: null,
    repeats: null,
    issues: issue === undefined ? row.issues : [...row.issues, issue],
  };
}
