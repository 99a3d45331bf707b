import { createHash } from 'node:crypto';
import { FileRefused, findTable } from '@qucheng/documents';
import type { ReadFile, Table, Workbook } from '@qucheng/documents';
import { isRefusal } from '@qucheng/event-store';
import { commandContext, problem, refusalProblem, requires } from '@qucheng/service-kit';
import type { Router } from 'express';
import type { CommunityStore } from '../community/community-store.ts';
import type { FirmStore } from '../enterprise/firm-store.ts';
import type { PersonKeyStore } from '../person-key/person-key-store.ts';
import type { Imports } from './commit-import.ts';
import { prepareImport } from './import.ts';
import type { ImportRowStore } from './import-row-store.ts';
import { LEDGER_COLUMNS } from './ledger-columns.ts';
import type { LedgerField } from './ledger-columns.ts';
import { prepareRows } from './prepare-rows.ts';
import { readUpload } from './read-upload.ts';
import type { ViewImport } from './view-import.ts';

interface Deps {
  readonly readFile: ReadFile;
  readonly imports: Imports;
  readonly importRows: ImportRowStore;
  readonly firms: FirmStore;
  readonly communities: CommunityStore;
  readonly personKeys: PersonKeyStore;
  readonly viewImport: ViewImport;
}

/** Upload → preview. Nothing is kept of a file that cannot be read; firms change only when the preview is committed. */
export function uploadImportRoute(router: Router, deps: Deps): void {
  const { readFile, imports, importRows, personKeys, viewImport } = deps;
  router.post('/imports', requires('ledger.import'), async (req, res) => {
    const { file, bytes, kind } = await readUpload(req);
    if (kind !== '' && kind !== 'enterprises') throw problem(422, 'import-kind-unknown');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const context = { ...commandContext(req), fingerprint: `import ${sha256}` };
    const { streetId, commandId: importId } = context;
    const { sheet, table } = findLedger(await readWorkbook(readFile, bytes));
    const fileKey = (await personKeys.ensure(streetId, [{ id: importId, enterpriseId: null }])).get(importId);
    if (fileKey === undefined) throw problem(422, 'key-reused');
    const { rows, counts, repeated } = await prepareRows(deps, streetId, sheet, table, fileKey);
    const { headerRow, columns } = table;
    const prepared = {
      importId,
      kind: 'enterprises',
      file,
      sha256,
      sheet: table.sheet,
      headerRow,
      columns,
      counts,
      repeated,
    } as const;
    const outcome = await imports.handle(context, importId, prepareImport, prepared, {});
    if (isRefusal(outcome)) throw refusalProblem(outcome);
    await importRows.keep(importId, rows);
    const begun = { rows: counts.rows, new: 0, changed: 0, same: 0, refused: 0 };
    if ((await importRows.progress(importId)) === undefined) {
      await importRows.keepProgress({ importId, streetId, committing: false, done: 0, lastRow: 0, counts: begun });
    }
    res.status(201).json(await viewImport(req, importId));
  });
}

async function readWorkbook(readFile: ReadFile, bytes: Buffer): Promise<Workbook> {
  try {
    return await readFile(bytes);
  } catch (error) {
    if (error instanceof FileRefused) throw problem(error.code === 'file-too-large' ? 413 : 422, error.code);
    throw error;
  }
}

function findLedger(workbook: Workbook): { sheet: Workbook['sheets'][number]; table: Table<LedgerField> } {
  const table = findTable(workbook, LEDGER_COLUMNS);
  const sheet = workbook.sheets.find(({ name }) => name === table?.sheet);
  if (table === undefined || sheet === undefined) throw problem(422, 'header-not-found');
  if (table.rows.length === 0) throw problem(422, 'no-rows');
  return { sheet, table };
}
