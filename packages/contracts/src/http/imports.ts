import { z } from 'zod';
import { Id } from '../scalars.ts';

/** What becomes of a row. The four counts add up to the rows. */
export const RowFate = z.enum(['new', 'changed', 'same', 'refused']);
export type RowFate = z.infer<typeof RowFate>;

export const CellIssue = z.object({
  column: z.string(),
  /** `A1` style address in the uploaded file. */
  cell: z.string(),
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  message: z.string(),
});

export const ImportRow = z.object({
  /** 1-based row number in the uploaded sheet. */
  row: z.int(),
  fate: RowFate,
  values: z.record(z.string(), z.string()),
  issues: z.array(CellIssue),
});

/** GET /api/imports/{id} and the answer to the upload (201). */
export const ImportView = z.object({
  importId: Id,
  kind: z.enum(['enterprises']),
  file: z.string(),
  sheet: z.string(),
  status: z.enum(['preview', 'committing', 'committed', 'failed']),
  columns: z.array(z.object({ field: z.string(), header: z.string() })),
  counts: z.object({ rows: z.int(), new: z.int(), changed: z.int(), same: z.int(), refused: z.int() }),
  /** Rows among `same` that say once more what an earlier row of the file says: one firm, several rows. */
  repeated: z.int(),
  /** Rows done while committing. */
  done: z.int(),
  /** The first 100 rows of the preview, refused ones first. */
  rows: z.array(ImportRow),
  failure: z.string().nullable(),
});
export type ImportView = z.infer<typeof ImportView>;
