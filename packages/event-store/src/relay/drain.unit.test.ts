import fc from 'fast-check';
import { afterDraining, missingNumbers } from './drain.ts';
import type { Watermark } from './writers.ts';

describe('draining a silent writer', () => {
  it('names the numbers between the commits it saw', () => {
    expect(missingNumbers(3, [5, 6, 9])).toEqual([4, 7, 8]);
    expect(missingNumbers(3, [])).toEqual([]);
  });

  it('keeps in doubt only what an insert still under way could fill', () => {
    const before: Watermark = { published: 10, doubtful: [9] };
    expect(afterDraining(before, [14], 4)).toEqual({ published: 14, doubtful: [11, 12, 13] });
    expect(afterDraining(before, [9], 4)).toEqual({ published: 10, doubtful: [] });
    expect(afterDraining(before, [14], 1)).toEqual({ published: 14, doubtful: [] });
  });

  // A writer sends groups; some commits lose their race. The last group is still landing, in any order, while others
  // drain again and again. What counts as published must be published, and in the end everything stored is.
  it('never counts a commit as published that it did not publish, however the last insert lands', () => {
    const limit = 4;
    const group = fc.array(fc.boolean(), { minLength: 1, maxLength: limit });
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 6 }), fc.infiniteStream(fc.nat(5)), (groups, chance) => {
        const numbered = groups.flat().map((isStored, index) => ({ seq: index + 1, isStored }));
        const settledUpTo = numbered.length - (groups.at(-1)?.length ?? 0);
        const stored = numbered.filter(({ isStored }) => isStored).map(({ seq }) => seq);
        const landed = new Set(stored.filter((seq) => seq <= settledUpTo));
        const published = new Set<number>();
        let mark: Watermark = { published: 0, doubtful: [] };
        const drainOnce = (): void => {
          const seen = [...landed].filter((seq) => seq > mark.published || mark.doubtful.includes(seq));
          seen.sort((a, b) => a - b);
          for (const seq of seen) published.add(seq);
          mark = afterDraining(mark, seen, limit);
          for (const seq of stored) {
            const reached = seq <= mark.published && !mark.doubtful.includes(seq);
            expect(reached && !published.has(seq)).toBe(false);
          }
        };
        const landing = stored.filter((seq) => seq > settledUpTo);
        while (landing.length > 0) {
          const next = chance.next().value % landing.length;
          for (const seq of landing.splice(next, 1)) landed.add(seq);
          if (chance.next().value > 2) drainOnce();
        }
        drainOnce();
        expect([...published].sort((a, b) => a - b)).toEqual(stored);
      }),
    );
  });
});
