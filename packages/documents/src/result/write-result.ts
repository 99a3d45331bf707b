import type { Writable } from 'node:stream';
import type { Cell, Row } from 'exceljs';

/** One row of the file that goes back to the office: the texts it sent, what is wrong with which cell, and what became of it. */
export interface ResultRow {
  readonly number: number;
  readonly texts: readonly (string | undefined)[];
  readonly issues: readonly {
    readonly column: number | null;
    readonly severity: 'error' | 'warning';
    readonly message: string;
  }[];
  /** What became of it, in the reader's language; null for titles, headers and totals. */
  readonly outcome: string | null;
}

export interface ResultSheet {
  readonly name: string;
  readonly headerRow: number;
  /** Headers of the two added columns, in the reader's language. */
  readonly added: { readonly outcome: string; readonly reasons: string };
  readonly rows: AsyncIterable<ResultRow> | Iterable<ResultRow>;
}

const COLOURS = { error: 'FFFFC7CE', warning: 'FFFFEB9C' } as const;

/**
 * Streams the same rows back as a workbook, bad cells coloured, with two columns added: what became of the row and why.
 * Every cell is a text cell in text format: nothing is ever a formula, and codes and telephone numbers keep their digits.
 */
export async function writeResult(output: Writable, sheet: ResultSheet): Promise<void> {
  // Loaded with the first workbook somebody asks for: 7 MB that most processes never need.
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: output, useStyles: true, useSharedStrings: false });
  const page = book.addWorksheet(sheetName(sheet.name), {
    views: [{ state: 'frozen', ySplit: sheet.headerRow, xSplit: 2 }],
  });
  let width = 0;
  for await (const result of sheet.rows) {
    width = Math.max(width, result.texts.length);
    const row = page.getRow(result.number);
    for (const [column, text] of result.texts.entries())
      if (text !== undefined) writeText(row.getCell(column + 1), text);
    if (result.number === sheet.headerRow) writeHeaders(row, width, sheet.added);
    if (result.outcome !== null) writeOutcome(row, width, result, result.outcome);
    row.commit();
  }
  page.commit();
  await book.commit();
}

function writeHeaders(row: Row, width: number, { outcome, reasons }: ResultSheet['added']): void {
  writeText(row.getCell(width + 1), outcome);
  writeText(row.getCell(width + 2), reasons);
  row.font = { bold: true };
}

function writeOutcome(row: Row, width: number, { issues }: ResultRow, outcome: string): void {
  writeText(row.getCell(width + 1), outcome);
  if (issues.length > 0) writeText(row.getCell(width + 2), issues.map(({ message }) => message).join('\n'));
  for (const { column, severity } of issues) {
    if (column === null) continue;
    const cell = row.getCell(column + 1);
    // An error outweighs a warning on the same cell.
    if (severity === 'warning' && (cell.fill as unknown) !== undefined) continue;
    cell.numFmt = '@';
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: COLOURS[severity] } };
  }
}

function writeText(cell: Cell, text: string): void {
  cell.value = text;
  cell.numFmt = '@';
}

/** Excel refuses sheet names with these signs or beyond 31 characters. */
function sheetName(name: string): string {
  return (
    name
      .replace(/[\\/?*[\]:]/g, ' ')
      .slice(0, 31)
      .trim() || 'Sheet1'
  );
}
