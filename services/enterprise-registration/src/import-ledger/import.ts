import type { ImportView } from '@qucheng/contracts';
import type { Decide, StreamKind } from '@qucheng/event-store';
import { refuseAbsent, refuseConflict } from '@qucheng/event-store';
import type { FoundColumn } from '@qucheng/documents';
import type { LedgerField } from './ledger-columns.ts';

export type Counts = ImportView['counts'];

/** What was uploaded: everything about the file but its rows. */
export interface Prepared {
  readonly importId: string;
  readonly kind: 'enterprises';
  readonly file: string;
  /** Hash of the original file, SHA-256 in hex. */
  readonly sha256: string;
  readonly sheet: string;
  readonly headerRow: number;
  readonly columns: readonly FoundColumn<LedgerField>[];
  readonly counts: Counts;
  /** Rows that repeat an earlier one; not told of files uploaded before this was counted. */
  readonly repeated?: number;
}

export type ImportEvent =
  | { readonly type: 'ImportPrepared'; readonly data: Prepared }
  | { readonly type: 'ImportCommitStarted'; readonly data: { readonly importId: string } }
  | { readonly type: 'ImportCommitted'; readonly data: { readonly importId: string; readonly counts: Counts } }
  | { readonly type: 'ImportFailed'; readonly data: { readonly importId: string; readonly reason: string } };

export type Import =
  | { readonly status: 'absent' }
  | (Prepared & {
      readonly status: ImportView['status'];
      readonly failure: string | null;
      /** How often a commit was started: each start is a job of its own. */
      readonly starts: number;
    });

export const importKind: StreamKind<Import, ImportEvent> = {
  name: 'import',
  initial: { status: 'absent' },
  evolve: (state, event) => {
    if (event.type === 'ImportPrepared') return { status: 'preview', failure: null, starts: 0, ...event.data };
    if (state.status === 'absent') return state;
    switch (event.type) {
      case 'ImportCommitStarted':
        return { ...state, status: 'committing', failure: null, starts: state.starts + 1 };
      case 'ImportCommitted':
        return { ...state, status: 'committed', counts: event.data.counts };
      case 'ImportFailed':
        return { ...state, status: 'failed', failure: event.data.reason };
    }
  },
};

export const prepareImport: Decide<Prepared, Import, ImportEvent> = (prepared, state) =>
  state.status === 'absent' ? [{ type: 'ImportPrepared', data: prepared }] : refuseConflict();

/** Starts writing, or starts again after a failure. A running or finished one stays as it is. */
export const startCommit: Decide<{ importId: string }, Import, ImportEvent> = ({ importId }, state) => {
  if (state.status === 'absent') return refuseAbsent();
  if (state.status === 'committing' || state.status === 'committed') return [];
  return [{ type: 'ImportCommitStarted', data: { importId } }];
};

export const finishCommit: Decide<{ importId: string; counts: Counts }, Import, ImportEvent> = (data, state) =>
  state.status === 'committing' ? [{ type: 'ImportCommitted', data }] : [];

export const failCommit: Decide<{ importId: string; reason: string }, Import, ImportEvent> = (data, state) =>
  state.status === 'committing' ? [{ type: 'ImportFailed', data }] : [];
