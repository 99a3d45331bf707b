import type { RowFate } from '@qucheng/contracts';
import { isOnlyDuplicates } from '@qucheng/service-kit';
import type { Connection } from 'mongoose';
import type { Counts } from './import.ts';
import type { RowIssue } from './read-ledger-row.ts';

/** A row of an uploaded sheet. `sealed` holds its texts and its reading, readable only with the file's key. */
export interface StoredRow {
  readonly row: number;
  /** null for titles, headers, sections and totals. */
  readonly fate: RowFate | null;
  readonly enterpriseId: string | null;
  readonly repeats: number | null;
  readonly issues: readonly RowIssue[];
  readonly sealed: string;
}

interface RowDocument extends StoredRow {
  readonly _id: string;
  readonly importId: string;
  /** Order of the preview: refused rows first, then doubtful ones. */
  readonly rank: number;
}

/** How far the writing of a file has come. Written once per page of rows; where a new worker goes on. */
export interface Progress {
  readonly importId: string;
  readonly streetId: string;
  readonly committing: boolean;
  /** Rows done. */
  readonly done: number;
  /** Number of the last row done. */
  readonly lastRow: number;
  readonly counts: Counts;
}

type ProgressDocument = Omit<Progress, 'importId'> & { readonly _id: string };

const rowId = (importId: string, row: number) => `${importId}~${String(row).padStart(7, '0')}`;

export function createImportRowStore(connection: Connection) {
  const rows = connection.collection<RowDocument>('import-rows');
  const progress = connection.collection<ProgressDocument>('import-progress');

  return {
    async createIndexes(): Promise<void> {
      await rows.createIndex({ importId: 1, rank: 1, row: 1 });
      await progress.createIndex({ committing: 1 });
    },

    /** Keeps rows of a file; those kept already by the same request stay as they are. */
    async keep(importId: string, stored: readonly StoredRow[]): Promise<void> {
      if (stored.length === 0) return;
      const documents = stored.map((row): RowDocument => ({
        ...row,
        _id: rowId(importId, row.row),
        importId,
        rank: rankOf(row),
      }));
      try {
        await rows.insertMany(documents, { ordered: false });
      } catch (error) {
        if (!isOnlyDuplicates(error)) throw error;
      }
    },

    /** The rows after one, in the order of the sheet. */
    async after(importId: string, row: number, limit: number): Promise<StoredRow[]> {
      const range = { _id: { $gt: rowId(importId, row), $lt: rowId(importId, 9_999_999) } };
      return rows.find(range).sort({ _id: 1 }).limit(limit).toArray();
    },

    async preview(importId: string, limit: number): Promise<StoredRow[]> {
      return rows
        .find({ importId, rank: { $lt: NO_ROW } })
        .sort({ rank: 1, row: 1 })
        .limit(limit)
        .toArray();
    },

    /** Notes what became of rows that turned out otherwise than the preview said. */
    async correct(importId: string, corrected: readonly Pick<StoredRow, 'row' | 'fate' | 'issues'>[]): Promise<void> {
      if (corrected.length === 0) return;
      const writes = corrected.map(({ row, fate, issues }) => ({
        updateOne: { filter: { _id: rowId(importId, row) }, update: { $set: { fate, issues } } },
      }));
      await rows.bulkWrite(writes, { ordered: false });
    },

    async progress(importId: string): Promise<Progress | undefined> {
      const found = await progress.findOne({ _id: importId });
      if (found === null) return undefined;
      const { _id, ...rest } = found;
      return { ...rest, importId: _id };
    },

    async keepProgress({ importId, ...rest }: Progress): Promise<void> {
      await progress.replaceOne({ _id: importId }, rest, { upsert: true });
    },

    /** Makes the file one that has to be written, whatever becomes of the job. */
    async beginCommit(importId: string): Promise<void> {
      await progress.updateOne({ _id: importId }, { $set: { committing: true } });
    },

    /** Files whose writing was begun and not ended. */
    async unfinished(): Promise<{ importId: string; streetId: string }[]> {
      const found = await progress.find({ committing: true }).toArray();
      return found.map(({ _id, streetId }) => ({ importId: _id, streetId }));
    },
  };
}
export type ImportRowStore = ReturnType<typeof createImportRowStore>;

const NO_ROW = 9;

function rankOf({ fate, issues }: StoredRow): number {
  if (fate === null) return NO_ROW;
  if (fate === 'refused') return 0;
  return issues.length > 0 ? 1 : 2;
}
