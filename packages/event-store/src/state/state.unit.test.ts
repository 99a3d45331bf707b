import fc from 'fast-check';
import { oneAtATime } from './one-at-a-time.ts';
import { createStateCache } from './state-cache.ts';
import type { Standing } from './state-cache.ts';

const at = (version: number): Standing => ({
  state: version,
  version,
  streetId: 'jianghai',
  last: { writer: 'me', seq: version },
  unsaved: 0,
});

describe('the cache of states', () => {
  it('lets go of what was used longest ago', () => {
    const cache = createStateCache(2);
    cache.set('a', at(1));
    cache.set('b', at(1));
    cache.get('a');
    cache.set('c', at(1));
    expect(['a', 'b', 'c'].map((stream) => cache.get(stream) !== undefined)).toEqual([true, false, true]);
  });
});

describe('commands of one stream', () => {
  it('run one after the other, in order, also after one that failed; other streams do not wait', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.constantFrom('a', 'b'), fc.boolean())), async (commands) => {
        const inLine = oneAtATime();
        const running = new Set<string>();
        const finished = new Map<string, number[]>([
          ['a', []],
          ['b', []],
        ]);
        const outcomes = commands.map(([stream, fails], index) =>
          inLine(stream, async () => {
            expect(running.has(stream)).toBe(false);
            running.add(stream);
            await new Promise(setImmediate);
            running.delete(stream);
            finished.get(stream)?.push(index);
            if (fails) throw new Error('refused');
          }),
        );
        const settled = await Promise.allSettled(outcomes);
        expect(settled.map(({ status }) => status === 'rejected')).toEqual(commands.map(([, fails]) => fails));
        for (const order of finished.values()) expect(order).toEqual([...order].sort((a, b) => a - b));
      }),
      { numRuns: 30 },
    );
  });
});
