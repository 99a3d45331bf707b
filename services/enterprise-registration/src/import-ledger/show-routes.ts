import { writeResult } from '@qucheng/documents';
import type { ResultRow } from '@qucheng/documents';
import { idOf, labelOf, orAbsent, requires, scopeOf } from '@qucheng/service-kit';
import type { Request, Router } from 'express';
import type { DataKey } from '../person-key/data-key.ts';
import type { PersonKeyStore } from '../person-key/person-key-store.ts';
import type { Imports } from './commit-import.ts';
import type { ImportRowStore, StoredRow } from './import-row-store.ts';
import { RowContent } from './row-content.ts';
import { presentImport } from './view-import.ts';
import type { PresentImport, ViewImport } from './view-import.ts';

const PAGE = 1000;

interface Deps {
  readonly imports: Imports;
  readonly importRows: ImportRowStore;
  readonly personKeys: PersonKeyStore;
  readonly viewImport: ViewImport;
}

export function showImportRoutes(router: Router, { imports, importRows, personKeys, viewImport }: Deps): void {
  router.get('/imports/:importId', requires('ledger.import'), async (req, res) => {
    res.json(await viewImport(req, idOf(req, 'importId')));
  });

  router.get('/imports/:importId/result.xlsx', requires('ledger.import'), async (req, res) => {
    const importId = idOf(req, 'importId');
    const { streetId } = scopeOf(req);
    const state = presentImport(await imports.load(streetId, importId));
    const fileKey = orAbsent((await personKeys.open(streetId, [importId])).get(importId));
    res.type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    res.setHeader(
      'Content-Disposition',
      `attachment; filename="result.xlsx"; filename*=UTF-8''${encodeURIComponent(resultName(req, state.file))}`,
    );
    const added = { outcome: labelOf(req, 'result-outcome'), reasons: labelOf(req, 'result-reasons') };
    const rows = resultRows(req, state, importRows, fileKey);
    await writeResult(res, { name: state.sheet, headerRow: state.headerRow, added, rows });
  });
}

async function* resultRows(
  req: Request,
  state: PresentImport,
  importRows: ImportRowStore,
  fileKey: DataKey,
): AsyncGenerator<ResultRow> {
  let last = 0;
  for (;;) {
    const page = await importRows.after(state.importId, last, PAGE);
    for (const stored of page) yield resultRow(req, state, stored, fileKey);
    const end = page.at(-1);
    if (end === undefined) return;
    last = end.row;
  }
}

function resultRow(
  req: Request,
  { columns, status }: PresentImport,
  { row, fate, issues, sealed }: StoredRow,
  fileKey: DataKey,
): ResultRow {
  const { texts } = RowContent.parse(fileKey.open(sealed));
  return {
    number: row,
    texts: texts.map((text) => text ?? undefined),
    issues: issues.map(({ field, code, severity, values }) => ({
      column: columns.find((column) => column.field === field)?.column ?? null,
      severity,
      message: labelOf(req, code, values),
    })),
    outcome: fate === null ? null : labelOf(req, `${status === 'committed' ? 'fate' : 'planned'}.${fate}`),
  };
}

function resultName(req: Request, file: string): string {
  return `${file.replace(/\.[^.]*$/, '')}-${labelOf(req, 'result-name')}.xlsx`;
}
