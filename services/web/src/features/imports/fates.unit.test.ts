import { RowFate } from '@qucheng/contracts';
import type { ImportRow } from '../../requests/shapes.ts';
import { cutOf, FATES, firmsOf, justWritten, startOf, worthWriting } from './fates.ts';

describe('the fates of imported rows', () => {
  it('are those of the contracts', () => {
    expect([...FATES].sort()).toEqual([...RowFate.options].sort());
  });

  it('offer to write only what changes something', () => {
    expect(worthWriting({ counts: { rows: 640, new: 600, changed: 12, same: 20, refused: 8 } })).toBe(612);
    expect(worthWriting({ counts: { rows: 640, new: 0, changed: 0, same: 640, refused: 0 } })).toBe(0);
  });
});

describe('the firms of a file', () => {
  it('are fewer than its good rows when several rows are the same firm', () => {
    const counts = { rows: 656, new: 618, changed: 0, same: 16, refused: 22 };
    expect(firmsOf({ counts, repeated: 16 })).toEqual({ n: 634, firms: 618, repeated: 16 });
  });
});

describe('an import', () => {
  it('is started from its preview and goes on after it broke off', () => {
    expect(startOf({ status: 'preview' })).toBe('commit');
    expect(startOf({ status: 'failed' })).toBe('goOn');
    expect(startOf({ status: 'committing' })).toBeNull();
    expect(startOf({ status: 'committed' })).toBeNull();
  });

  it('is told as written once, also when it was done before anybody looked', () => {
    expect(justWritten('committing', 'committed')).toBe(true);
    expect(justWritten('preview', 'committed')).toBe(true);
    expect(justWritten('committed', 'committed')).toBe(false);
    expect(justWritten(undefined, 'committed')).toBe(false);
  });

  it('says how much of a kind it shows when that is not all', () => {
    const row: ImportRow = { row: 2, fate: 'refused', values: {}, issues: [] };
    const view = { rows: [row], counts: { rows: 640, new: 639, changed: 0, same: 0, refused: 1 } };
    expect(cutOf(view, null)).toEqual({ shown: 1, of: 640 });
    expect(cutOf(view, 'new')).toEqual({ shown: 0, of: 639 });
    expect(cutOf(view, 'refused')).toBeNull();
  });
});
