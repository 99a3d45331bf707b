import type { DeviceStorage } from '../../../device/device-storage.ts';
import type { TriedPlace } from '../../../requests/tried-key.ts';
import type { VisitDraft } from './visit-draft.ts';

export interface KeptDraft {
  readonly load: (start: VisitDraft) => VisitDraft | null;
  readonly keep: (draft: VisitDraft) => void;
  readonly drop: () => void;
  /** A save whose answer was lost may have arrived: its key stays with the draft. */
  readonly tried: TriedPlace;
}

/** A visit of this account at this firm, on this device; whoever signs in next does not find it. */
export function keptDraft(storage: DeviceStorage, accountId: string, enterpriseId: string): KeptDraft {
  const draftAt = `qucheng.visit-draft.${accountId}.${enterpriseId}`;
  const triedAt = `qucheng.visit-tried.${accountId}.${enterpriseId}`;
  return {
    load: (start) => {
      const stored = read(storage.getItem(draftAt));
      // Over a fresh start, so that a draft of an older shape never lacks a field.
      return stored === null ? null : { ...start, ...stored };
    },
    keep: (draft) => {
      storage.setItem(draftAt, JSON.stringify(draft));
    },
    drop: () => {
      storage.removeItem(draftAt);
      storage.removeItem(triedAt);
    },
    tried: {
      last: () => {
        const stored = read(storage.getItem(triedAt));
        return typeof stored?.['text'] === 'string' && typeof stored['key'] === 'string'
          ? { text: stored['text'], key: stored['key'] }
          : null;
      },
      keep: (tried) => {
        if (tried === null) storage.removeItem(triedAt);
        else storage.setItem(triedAt, JSON.stringify(tried));
      },
    },
  };
}

function read(stored: string | null): Record<string, unknown> | null {
  if (stored === null) return null;
  try {
    const value: unknown = JSON.parse(stored);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null; // an object can be read by name
  } catch {
    return null;
  }
}
