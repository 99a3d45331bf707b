import type { ImportView } from '@qucheng/contracts';
import { cellAddress } from '@qucheng/documents';
import { labelOf, orAbsent, scopeOf } from '@qucheng/service-kit';
import type { Request } from 'express';
import type { DataKey } from '../person-key/data-key.ts';
import { maskName, maskPhone } from '../person-key/mask.ts';
import type { PersonKeyStore } from '../person-key/person-key-store.ts';
import type { Imports } from './commit-import.ts';
import type { Import } from './import.ts';
import type { ImportRowStore, StoredRow } from './import-row-store.ts';
import type { RowIssue } from './read-ledger-row.ts';
import { RowContent } from './row-content.ts';

const PREVIEW_ROWS = 100;

export type PresentImport = Exclude<Import, { status: 'absent' }>;
export type ViewImport = (req: Request, importId: string) => Promise<ImportView>;

/** What an import looks like: its counts, how far it is, and the rows somebody should look at first. */
export function createImportView(deps: {
  imports: Imports;
  importRows: ImportRowStore;
  personKeys: PersonKeyStore;
}): ViewImport {
  const { imports, importRows, personKeys } = deps;
  return async (req, importId) => {
    const { streetId } = scopeOf(req);
    const state = presentImport(await imports.load(streetId, importId));
    const progress = await importRows.progress(importId);
    const fileKey = (await personKeys.open(streetId, [importId])).get(importId);
    const rows = fileKey === undefined ? [] : await importRows.preview(importId, PREVIEW_ROWS);
    const { kind, file, sheet, status, columns, counts, repeated = 0, failure } = state;
    return {
      importId,
      kind,
      file,
      sheet,
      status,
      columns: columns.map(({ field, header }) => ({ field, header })),
      counts,
      repeated,
      done: status === 'preview' ? 0 : (progress?.done ?? 0),
      rows: fileKey === undefined ? [] : rows.map((row) => viewRow(req, state, row, fileKey)),
      failure: failure === null ? null : labelOf(req, failure),
    };
  };
}

export function presentImport(standing: { state: Import } | undefined): PresentImport {
  const { state } = orAbsent(standing);
  return orAbsent(state.status === 'absent' ? undefined : state);
}

function viewRow(
  req: Request,
  { columns }: PresentImport,
  { row, fate, issues, sealed }: StoredRow,
  fileKey: DataKey,
): ImportView['rows'][number] {
  const { texts } = RowContent.parse(fileKey.open(sealed));
  const values = columns.map(({ field, column }) => [field, maskField(field, texts[column] ?? '')] as const);
  return {
    row,
    fate: fate ?? 'same',
    values: Object.fromEntries(values),
    issues: issues.map((issue) => viewIssue(req, columns, row, issue)),
  };
}

/** Contacts are people: masked here too. */
function maskField(field: string, text: string): string {
  if (text === '') return '';
  if (field === 'contact') return maskName(text.trim());
  return field === 'phone' ? (maskPhone(text.replace(/\D/g, '')) ?? '') : text;
}

function viewIssue(
  req: Request,
  columns: PresentImport['columns'],
  row: number,
  { field, code, severity, values }: RowIssue,
) {
  const found = columns.find((column) => column.field === field);
  return {
    column: found?.header ?? field,
    cell: cellAddress(found?.column ?? 0, row),
    code,
    severity,
    message: labelOf(req, code, values),
  };
}
