import type { Sheet, Table } from '@qucheng/documents';
import type { CommunityStore } from '../community/community-store.ts';
import type { FirmStore, KnownFirm } from '../enterprise/firm-store.ts';
import type { DataKey } from '../person-key/data-key.ts';
import type { PersonKeyStore } from '../person-key/person-key-store.ts';
import { classifyRow, indexFirms } from './classify-row.ts';
import type { KnownFirms } from './classify-row.ts';
import type { StoredRow } from './import-row-store.ts';
import type { Counts } from './import.ts';
import type { LedgerField } from './ledger-columns.ts';
import { readLedgerRow } from './read-ledger-row.ts';
import type { LedgerRow } from './read-ledger-row.ts';
import type { RowContent } from './row-content.ts';

/** Rows looked at in one go; between pages other requests get their turn. */
const PAGE = 500;

interface Deps {
  readonly firms: FirmStore;
  readonly communities: CommunityStore;
  readonly personKeys: PersonKeyStore;
}

export interface PreparedRows {
  readonly rows: readonly StoredRow[];
  readonly counts: Counts;
  /** Rows that repeat an earlier one of the file. */
  readonly repeated: number;
}

/** Reads and judges all rows of a table against the firms the street knows, and seals them with the file's key. */
export async function prepareRows(
  { firms, communities, personKeys }: Deps,
  streetId: string,
  sheet: Sheet,
  table: Table<LedgerField>,
  fileKey: DataKey,
): Promise<PreparedRows> {
  const communityOf = await communities.matcher(streetId);
  const earlier = new Map<string, LedgerRow>();
  const judged = new Map<number, StoredRow>();
  const inSheet = new Map(sheet.rows.map((row) => [row.number, row]));
  const counts = { rows: table.rows.length, new: 0, changed: 0, same: 0, refused: 0 };
  let repeated = 0;
  for (let start = 0; start < table.rows.length; start += PAGE) {
    const page = table.rows.slice(start, start + PAGE).map((row) => readLedgerRow(row, table.columns, communityOf));
    const known = await knownFirms(firms, personKeys, streetId, page);
    for (const row of page) {
      const { fate, enterpriseId, repeats, issues } = classifyRow(row, known, earlier);
      counts[fate] += 1;
      if (repeats !== null) repeated += 1;
      const reading = fate === 'refused' ? null : { facts: row.facts, contact: row.contact };
      judged.set(row.row, {
        row: row.row,
        fate,
        enterpriseId,
        repeats,
        issues,
        sealed: seal(fileKey, inSheet.get(row.row), reading),
      });
    }
  }
  const rows = sheet.rows.map(
    (row) =>
      judged.get(row.number) ?? {
        row: row.number,
        fate: null,
        enterpriseId: null,
        repeats: null,
        issues: [],
        sealed: seal(fileKey, row, null),
      },
  );
  return { rows, counts, repeated };
}

type SheetRow = Sheet['rows'][number];

function seal(key: DataKey, row: SheetRow | undefined, reading: RowContent['reading']): string {
  const content: RowContent = { texts: Array.from(row?.cells ?? [], (cell) => cell?.text ?? null), reading };
  return key.seal(content);
}

/** The firms a page of rows may be about, with the keys that tell whether a contact is known. */
async function knownFirms(
  firms: FirmStore,
  personKeys: PersonKeyStore,
  streetId: string,
  page: readonly LedgerRow[],
): Promise<KnownFirms> {
  const codes = page.flatMap(({ facts }) => facts.creditCode ?? []);
  const found = await firms.among(
    streetId,
    codes,
    page.map(({ facts }) => facts.name),
  );
  const keys = await personKeys.open(
    streetId,
    found.flatMap(({ contacts }) => contacts.map(({ contactId }) => contactId)),
  );
  const hasContact = (firm: KnownFirm, contact: NonNullable<LedgerRow['contact']>) =>
    firm.contacts.some(({ contactId, mark }) => keys.get(contactId)?.mark(contact) === mark);
  return indexFirms(found, hasContact);
}
