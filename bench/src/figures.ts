/** One measured figure. `floor` is what the same machine does without the work in question, `ratio` the figure against it. */
export interface Figure {
  readonly key: string;
  readonly value: number;
  readonly unit: string;
  readonly min?: number;
  readonly max?: number;
  readonly floor?: number;
  readonly ratio?: number;
}

export interface Report {
  readonly name: string;
  readonly figures: readonly Figure[];
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value below which the given share of values lies; NaN for none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  const place = Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1));
  return sorted[place] ?? Number.NaN;
}

/** A figure over rounds: the median, and how far it spread. */
export function over(key: string, unit: string, rounds: readonly number[], extra: Partial<Figure> = {}): Figure {
  return { key, unit, value: median(rounds), min: Math.min(...rounds), max: Math.max(...rounds), ...extra };
}

/** The median of the ratios round by round: both sides of a round met the same noise. */
export function ratioOf(ours: readonly number[], theirs: readonly number[]): number {
  return median(ours.map((value, round) => value / (theirs[round] ?? Number.NaN)));
}

const short = (value: number | undefined): string => {
  if (value === undefined) return '';
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(2);
};

export function printReport({ name, figures }: Report): string {
  const head = ['figure', 'median', 'min', 'max', 'unit', 'floor', 'ratio'];
  const rows = figures.map((figure) => [
    figure.key,
    ...[figure.value, figure.min, figure.max].map(short),
    figure.unit,
    ...[figure.floor, figure.ratio].map(short),
  ]);
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ');
  return [`\n${name}`, line(head), ...rows.map(line), ''].join('\n');
}

/** The last line of a `--json` run. */
export function reportLine({ name, figures }: Report): string {
  return JSON.stringify({
    name,
    figures: figures.map(({ key, value, unit, floor, ratio }) => ({ key, value, unit, floor, ratio })),
  });
}
