import type { Streams } from '@qucheng/event-store';
import { dayOf } from '@qucheng/service-kit';
import type { PersonKeyStore } from '../person-key/person-key-store.ts';
import { finishCommit } from './import.ts';
import type { Counts, Import, ImportEvent } from './import.ts';
import type { ImportRowStore, StoredRow } from './import-row-store.ts';
import { writeRows } from './write-rows.ts';
import type { ImportFacts, RowWriterDeps, WrittenRow } from './write-rows.ts';

/** Rows written and noted in one step; a worker that dies repeats at most this many. */
const PAGE = 256;

export type Imports = Streams<Import, ImportEvent>;

export interface CommitImportDeps extends RowWriterDeps {
  readonly imports: Imports;
  readonly importRows: ImportRowStore;
  readonly personKeys: PersonKeyStore;
  /** Test seam: awaited after each page. */
  readonly afterPage?: () => Promise<void>;
}

/** Writes the rows of a file that are not written yet. Safe to run again, and to run twice at once. */
export async function commitImport(deps: CommitImportDeps, streetId: string, importId: string): Promise<void> {
  const { imports, importRows, personKeys } = deps;
  const standing = await imports.load(streetId, importId);
  let progress = await importRows.progress(importId);
  if (standing === undefined || standing.state.status === 'absent' || progress === undefined) return;
  const { state } = standing;
  const fileKey = (await personKeys.open(streetId, [importId])).get(importId);
  if (state.status === 'committing' && fileKey !== undefined) {
    const facts = await importFacts(imports, streetId, state);
    for (;;) {
      const page = await importRows.after(importId, progress.lastRow, PAGE);
      const last = page.at(-1);
      if (last === undefined) break;
      const written = await writeRows(deps, facts, fileKey, page);
      await importRows.correct(importId, correctionsOf(page, written));
      progress = {
        ...progress,
        done: progress.done + written.length,
        lastRow: last.row,
        counts: added(progress.counts, written),
      };
      await importRows.keepProgress(progress);
      await deps.afterPage?.();
    }
    const context = { ...contextOf(facts), commandId: `import~${importId}~end~${String(state.starts)}` };
    await imports.handle(
      context,
      importId,
      finishCommit,
      { importId, counts: { ...progress.counts, rows: state.counts.rows } },
      {},
    );
  }
  await importRows.keepProgress({ ...progress, committing: false });
}

/** Who started the writing is who wrote the rows, not the worker. */
async function importFacts(
  imports: Imports,
  streetId: string,
  state: Exclude<Import, { status: 'absent' }>,
): Promise<ImportFacts> {
  const started = (await imports.history(streetId, state.importId)).findLast(({ events }) =>
    events.some(({ type }) => type === 'ImportCommitStarted'),
  );
  const at = new Date().toISOString();
  return {
    importId: state.importId,
    streetId,
    by: started?.by ?? 'system',
    at,
    file: state.file,
    on: dayOf(started?.at ?? at),
  };
}

export function contextOf({ importId, streetId, by, at }: Pick<ImportFacts, 'importId' | 'streetId' | 'by' | 'at'>) {
  return { streetId, by, at, through: `import:${importId}`, correlationId: importId };
}

function added(counts: Counts, written: readonly WrittenRow[]): Counts {
  const sums = { ...counts };
  for (const { fate } of written) sums[fate] += 1;
  return sums;
}

function correctionsOf(page: readonly StoredRow[], written: readonly WrittenRow[]) {
  const results = new Map(written.map((each) => [each.row, each]));
  return page.flatMap(({ row, fate, issues }) => {
    const result = results.get(row);
    if (result === undefined || result.fate === fate) return [];
    const added =
      result.refusal === null ? [] : [{ field: 'creditCode', code: result.refusal, severity: 'error' } as const];
    return [{ row, fate: result.fate, issues: [...issues, ...added] }];
  });
}
