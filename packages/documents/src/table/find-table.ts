import type { Merge, Row, Sheet, Workbook } from '../workbook/sheet.ts';
import { comparisonKey } from '../text/tidy-text.ts';

/** A column the reader looks for, with the headers offices write above it. */
export interface WantedColumn<Field extends string = string> {
  readonly field: Field;
  readonly headers: readonly string[];
  /** Without this column a sheet is not the table looked for. */
  readonly required?: true;
}

export interface FoundColumn<Field extends string = string> {
  readonly field: Field;
  /** Counted from 0. */
  readonly column: number;
  /** As the office wrote it, on one line. */
  readonly header: string;
}

export interface TableRow {
  readonly number: number;
  readonly cells: Row['cells'];
  /** Text of the last section row above (a community's name in a ledger), if any. */
  readonly section: string | null;
}

export interface Table<Field extends string = string> {
  readonly sheet: string;
  readonly columns: readonly FoundColumn<Field>[];
  readonly headerRow: number;
  readonly rows: readonly TableRow[];
}

interface Header<Field extends string> {
  readonly columns: readonly FoundColumn<Field>[];
  /** Index of its first row and how many rows it takes. */
  readonly index: number;
  readonly height: 1 | 2;
}

/** Rows above the header: titles and notes. */
const ROWS_ABOVE = 30;

/** The sheet and header that fit the wanted columns best; undefined when no sheet has the required ones. */
export function findTable<Field extends string>(
  workbook: Workbook,
  wanted: readonly WantedColumn<Field>[],
): Table<Field> | undefined {
  const names = new Map(wanted.flatMap(({ field, headers }) => headers.map((header) => [headerKey(header), field])));
  const required = wanted.filter((column) => column.required === true).map(({ field }) => field);
  let best: { sheet: Sheet; header: Header<Field> } | undefined;
  for (const sheet of workbook.sheets) {
    const header = findHeader(sheet, names, required);
    if (header !== undefined && header.columns.length > (best?.header.columns.length ?? 0)) best = { sheet, header };
  }
  return best === undefined ? undefined : tableOf(best.sheet, best.header, required);
}

function findHeader<Field extends string>(
  { rows }: Sheet,
  names: ReadonlyMap<string, Field>,
  required: readonly Field[],
): Header<Field> | undefined {
  let best: Header<Field> | undefined;
  for (const [index, row] of rows.slice(0, ROWS_ABOVE).entries()) {
    for (const height of [1, 2] as const) {
      const below = height === 2 ? rows[index + 1] : undefined;
      const columns = matchColumns(row, below, names);
      if (columns.length < 2 || !required.every((field) => columns.some((column) => column.field === field))) continue;
      if (columns.length > (best?.columns.length ?? 0)) best = { columns, index, height };
    }
  }
  return best;
}

/** In a header of two rows the lower text names the column, the upper one its group. */
function matchColumns<Field extends string>(
  row: Row,
  below: Row | undefined,
  names: ReadonlyMap<string, Field>,
): FoundColumn<Field>[] {
  const columns: FoundColumn<Field>[] = [];
  const width = Math.max(row.cells.length, below?.cells.length ?? 0);
  for (let column = 0; column < width; column += 1) {
    for (const text of [below?.cells[column]?.text, row.cells[column]?.text]) {
      const field = text === undefined ? undefined : names.get(headerKey(text));
      if (text === undefined || field === undefined || columns.some((found) => found.field === field)) continue;
      columns.push({ field, column, header: text.replace(/\s+/g, '') });
      break;
    }
  }
  return columns;
}

/** Headers are compared without blanks, brackets and their contents, asterisks and colons: `*职工总数（人）：` is 职工总数. */
function headerKey(header: string): string {
  const key = comparisonKey(header).replace(/[*:]/g, '');
  return key.replace(/\([^)]*\)/g, '') || key;
}

function tableOf<Field extends string>(sheet: Sheet, header: Header<Field>, required: readonly Field[]): Table<Field> {
  const key = header.columns.find(({ field }) => required.includes(field))?.column;
  const wide = widelyMerged(sheet.merges);
  const rows: TableRow[] = [];
  let section: string | null = null;
  for (const row of sheet.rows.slice(header.index + header.height)) {
    const filled = [...row.cells.entries()].filter(([, cell]) => (cell?.text.trim() ?? '') !== '');
    const [first] = filled;
    if (first?.[1] === undefined || isTotal(first[1].text)) continue;
    if (filled.length === 1 && (first[0] !== key || wide.has(row.number))) section = first[1].text.trim();
    else rows.push({ number: row.number, cells: row.cells, section });
  }
  return { sheet: sheet.name, columns: header.columns, headerRow: sheet.rows[header.index]?.number ?? 1, rows };
}

function widelyMerged(merges: readonly Merge[]): Set<number> {
  return new Set(
    merges.filter(({ left, right, top, bottom }) => top === bottom && right - left >= 2).map(({ top }) => top),
  );
}

function isTotal(text: string): boolean {
  return /^(合计|总计|小计|共计|总数)/.test(comparisonKey(text));
}
