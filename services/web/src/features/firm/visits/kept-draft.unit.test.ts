import { keyFor } from '../../../requests/tried-key.ts';
import { keptDraft } from './kept-draft.ts';
import type { VisitDraft } from './visit-draft.ts';

const start: VisitDraft = {
  on: '2026-11-23',
  kind: 'visit',
  metPost: '店长',
  metPersonId: null,
  attitude: null,
  changed: false,
  headcounts: { staff: 44, le35: 29, le28: 12, members: 2, partyMembers: null },
  needs: [],
  promise: null,
  promiseOn: '2026-11-27',
};

function device() {
  const entries = new Map<string, string>();
  return {
    entries,
    getItem: (name: string) => entries.get(name) ?? null,
    setItem: (name: string, value: string) => void entries.set(name, value),
    removeItem: (name: string) => void entries.delete(name),
  };
}
let keys = 0;
const newKey = () => `key-${String((keys += 1))}`;

describe('a visit that is being written down', () => {
  it('comes back after the page was closed', () => {
    const storage = device();
    keptDraft(storage, 'A', 'F').keep({ ...start, attitude: 'open' });
    expect(keptDraft(storage, 'A', 'F').load(start)).toEqual({ ...start, attitude: 'open' });
  });

  it('gains what an older draft did not have, and is not there when it is unreadable', () => {
    const storage = device();
    const kept = keptDraft(storage, 'A', 'F');
    expect(kept.load(start)).toBeNull();
    kept.keep(start);
    const [place = ''] = storage.entries.keys();
    storage.setItem(place, '{"attitude":"open"}');
    expect(kept.load(start)).toEqual({ ...start, attitude: 'open' });
    storage.setItem(place, '{');
    expect(kept.load(start)).toBeNull();
  });

  it('is not shown to another account on the same device', () => {
    const storage = device();
    keptDraft(storage, 'A', 'F').keep(start);
    expect(keptDraft(storage, 'B', 'F').load(start)).toBeNull();
  });

  it('is sent under its first key again after a lost answer and a closed page', () => {
    const storage = device();
    const first = keyFor('visit', keptDraft(storage, 'A', 'F').tried, newKey);
    expect(keyFor('visit', keptDraft(storage, 'A', 'F').tried, newKey)).toBe(first);
    expect(keyFor('another visit', keptDraft(storage, 'A', 'F').tried, newKey)).not.toBe(first);
  });

  it('leaves nothing behind once it is saved', () => {
    const storage = device();
    const kept = keptDraft(storage, 'A', 'F');
    kept.keep(start);
    keyFor('visit', kept.tried, newKey);
    kept.drop();
    expect(storage.entries.size).toBe(0);
  });
});
