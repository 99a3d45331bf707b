import { between, breadthOf, breadthsOf, waterPath } from './water-geometry.ts';

const options = { length: 1080, breadth: 160, least: 36 };

describe('the water of the funnel', () => {
  it('is as broad as the bed where every firm stands', () => {
    expect(breadthOf(640, 640, options)).toBe(160);
  });

  it('never gets broader downstream when the figures do not', () => {
    for (let first = 0; first <= 1000; first += 37) {
      const breadths = breadthsOf([1000, first, Math.floor(first / 2), Math.floor(first / 9), 0], 1000, options);
      expect(breadths).toEqual([...breadths].sort((a, b) => b - a));
    }
  });

  it('keeps a small figure readable and shows an empty reach thinner than that', () => {
    expect(breadthOf(1, 640, options)).toBe(36);
    expect(breadthOf(0, 640, options)).toBeLessThan(36);
    expect(breadthOf(0, 0, options)).toBeGreaterThan(0);
  });

  it('draws one closed outline without gaps in its numbers', () => {
    const path = waterPath([160, 120, 36], 300, (along, across) => [along, across + 80]);
    expect(path).toMatch(/^M0 0C.*Z$/);
    expect(path.match(/C/g)).toHaveLength(6);
    expect(path).not.toMatch(/NaN|undefined/);
  });

  it('moves from what was shown to what is true', () => {
    expect(between([0, 10], [10, 20], 0.5)).toEqual([5, 15]);
    expect(between([], [10], 0.5)).toEqual([10]);
  });
});
