import { FileRefused } from '../file-refused.ts';
import { parseXml } from './parse-xml.ts';
import { readAddress } from './sheet.ts';
import type { Cell, Merge, Row, Sheet } from './sheet.ts';

/** Columns a table of an office may have; what lies further right is formatting debris. */
const COLUMNS = 200;

/** The last row of any workbook. */
const LAST_ROW = 1_048_576;

interface OpenCell {
  readonly column: number;
  readonly type: string;
  text: string;
  formula: boolean;
}

/** Reads one sheet's rows that hold anything, and its merged cells. */
export async function readSheet(
  name: string,
  chunks: AsyncIterable<Buffer>,
  strings: readonly string[],
  rowLimit: number,
): Promise<Sheet> {
  const rows: Row[] = [];
  const merges: Merge[] = [];
  let number = 0;
  let cells: (Cell | undefined)[] = [];
  let cell: OpenCell | undefined;
  let nextColumn = 0;
  let taking = false;

  const openRow = (attributes: Readonly<Record<string, string>>) => {
    const claimed = Number(attributes['r']);
    // Rows come in order; a number that says otherwise is not believed.
    number = Number.isInteger(claimed) && claimed > number && claimed <= LAST_ROW ? claimed : number + 1;
    cells = [];
    nextColumn = 0;
  };
  const openCell = (attributes: Readonly<Record<string, string>>) => {
    const column = readAddress(attributes['r'] ?? '')?.column ?? nextColumn;
    nextColumn = column + 1;
    cell = { column, type: attributes['t'] ?? 'n', text: '', formula: false };
  };
  const closeCell = () => {
    if (cell === undefined || cell.column >= COLUMNS) return;
    const text = textOf(cell, strings);
    if (text !== '' || cell.formula) cells[cell.column] = cell.formula ? { text, formula: true } : { text };
    cell = undefined;
  };
  const closeRow = () => {
    if (cells.length === 0) return;
    if (rows.length >= rowLimit) throw new FileRefused('file-too-many-rows');
    rows.push({ number, cells });
  };

  await parseXml(chunks, {
    open: (tag, attributes) => {
      if (tag === 'row') openRow(attributes);
      else if (tag === 'c') openCell(attributes);
      else if (tag === 'f' && cell !== undefined) cell.formula = true;
      else if (tag === 'mergeCell') {
        const merge = readMerge(attributes['ref'] ?? '');
        if (merge !== undefined) merges.push(merge);
      }
      taking = tag === 'v' || tag === 't';
    },
    text: (text) => {
      if (taking && cell !== undefined) cell.text += text;
    },
    close: (tag) => {
      taking = false;
      if (tag === 'c') closeCell();
      else if (tag === 'row') closeRow();
    },
  });
  return { name, rows, merges };
}

function textOf(cell: OpenCell, strings: readonly string[]): string {
  switch (cell.type) {
    case 's':
      return strings[Number(cell.text)] ?? '';
    case 'b':
      return cell.text === '1' ? '是' : '否';
    case 'e':
      return ''; // #REF! and the like say nothing
    case 'n':
      return plainNumber(cell.text);
    default:
      return cell.text;
  }
}

/** `1.3800000001E10` is how a telephone number looks in a number cell. */
function plainNumber(text: string): string {
  const value = Number(text);
  return text !== '' && Number.isSafeInteger(value) ? String(value) : text;
}

function readMerge(reference: string): Merge | undefined {
  const [from, to] = reference.split(':').map(readAddress);
  if (from === undefined || to === undefined) return undefined;
  return { top: from.row, bottom: to.row, left: from.column, right: to.column };
}
