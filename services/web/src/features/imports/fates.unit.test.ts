import { RowFate } from '@qucheng/contracts';
import { FATES, worthWriting } from './fates.ts';

describe('the fates of imported rows', () => {
  it('are those of the contracts', () => {
    expect([...FATES].sort()).toEqual([...RowFate.options].sort());
  });

  it('offer to write only what changes something', () => {
    expect(worthWriting({ counts: { rows: 640, new: 600, changed: 12, same: 20, refused: 8 } })).toBe(612);
    expect(worthWriting({ counts: { rows: 640, new: 0, changed: 0, same: 640, refused: 0 } })).toBe(0);
  });
});
