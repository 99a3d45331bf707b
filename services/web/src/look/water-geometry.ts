/**
 * The street's funnel as water: each reach is as wide as its figure and narrows to the next one.
 * Breadth follows the square root of the figure, with a floor, so that the last reaches stay visible; the numbers carry the truth.
 */
export interface WaterOptions {
  readonly length: number;
  /** Breadth of the full figure and the least breadth a figure above zero is drawn with. */
  readonly breadth: number;
  readonly least: number;
}

export function breadthOf(figure: number, total: number, { breadth, least }: WaterOptions): number {
  if (total <= 0) return least / 2;
  if (figure <= 0) return least / 4;
  return Math.max(least, breadth * Math.sqrt(Math.min(1, figure / total)));
}

export function breadthsOf(figures: readonly number[], total: number, options: WaterOptions): number[] {
  return figures.map((figure) => breadthOf(figure, total, options));
}

type Point = readonly [along: number, across: number];

const number = (value: number) => String(Math.round(value * 100) / 100);

/** Outline of the water. `along` runs with the stream, `across` is measured from its middle; `place` turns both into x and y. */
export function waterPath(
  breadths: readonly number[],
  length: number,
  place: (along: number, across: number) => Point,
): string {
  const reach = length / breadths.length;
  const last = breadths[breadths.length - 1] ?? 0;
  const ends = [...breadths, last];
  const at = (along: number, across: number) => place(along, across).map(number).join(' ');
  const bank = (side: 1 | -1, indexes: readonly number[], step: 1 | -1) =>
    indexes.map((index) => {
      const from = (side * (ends[index] ?? 0)) / 2;
      const to = (side * (ends[index + step] ?? 0)) / 2;
      const start = index * reach;
      return `C${at(start + step * reach * 0.5, from)} ${at(start + step * reach * 0.6, to)} ${at(start + step * reach, to)}`;
    });
  const forth = breadths.map((_, index) => index);
  const back = forth.map((index) => index + 1).reverse();
  return `M${at(0, -(ends[0] ?? 0) / 2)}${bank(-1, forth, 1).join('')}L${at(length, last / 2)}${bank(1, back, -1).join('')}Z`;
}

export const easeOut = (share: number) => 1 - (1 - share) ** 3;

export function between(from: readonly number[], to: readonly number[], share: number): number[] {
  return to.map((target, index) => {
    const start = from[index] ?? target;
    return start + (target - start) * share;
  });
}
