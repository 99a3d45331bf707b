/** A cell as text. Formulas are never evaluated: a formula's cell holds the value the file remembered, marked. */
export interface Cell {
  readonly text: string;
  readonly formula?: true;
}

/** One row of a sheet; `cells` is sparse, index 0 is column A. `number` counts from 1, as the office sees it. */
export interface Row {
  readonly number: number;
  readonly cells: readonly (Cell | undefined)[];
}

/** Cells merged into one, all four numbers inclusive; columns from 0, rows from 1. */
export interface Merge {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface Sheet {
  readonly name: string;
  readonly rows: readonly Row[];
  readonly merges: readonly Merge[];
}

/** What was read from a file: its visible sheets. A text file has one. */
export interface Workbook {
  readonly format: 'xlsx' | 'csv';
  readonly sheets: readonly Sheet[];
}

/** `C`, `AB`: the letters of a column counted from 0. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}

/** `AB12` → column 27, row 12; undefined for anything else. */
export function readAddress(address: string): { column: number; row: number } | undefined {
  const match = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(address);
  if (match?.[1] === undefined) return undefined;
  const column = [...match[1]].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { column, row: Number(match[2]) };
}

export function cellAddress(column: number, row: number): string {
  return columnLetters(column) + String(row);
}
