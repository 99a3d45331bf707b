import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { FileRefused } from '../file-refused.ts';
import type { FileLimits } from '../limits.ts';
import type { Cell, Row, Workbook } from './sheet.ts';

/** Reads comma, semicolon or tab separated text in UTF-8 (with or without BOM), UTF-16 or GB18030. */
export function readCsv(bytes: Buffer, limits: FileLimits): Workbook {
  const text = decode(bytes);
  const rows: Row[] = [];
  for (const [index, fields] of records(text, limits).entries()) {
    const cells = fields.map((field): Cell | undefined => (field === '' ? undefined : { text: field }));
    if (cells.some((cell) => cell !== undefined)) rows.push({ number: index + 1, cells });
  }
  return { format: 'csv', sheets: [{ name: '', rows, merges: [] }] };
}

function records(text: string, limits: FileLimits): string[][] {
  const firstLine = text.slice(0, Math.max(text.indexOf('\n'), 0) || text.length);
  const delimiter = [',', '\t', ';'].reduce((best, candidate) =>
    firstLine.split(candidate).length > firstLine.split(best).length ? candidate : best,
  );
  try {
    const found = parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: 1_000_000,
      to: limits.rows + 1,
    });
    if (found.length > limits.rows) throw new FileRefused('file-too-many-rows');
    return found;
  } catch (error) {
    throw error instanceof FileRefused ? error : new FileRefused('file-damaged', { cause: error });
  }
}

function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return iconv.decode(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return iconv.decode(bytes, 'utf-16be');
  if (bytes.includes(0)) throw new FileRefused('file-not-a-table');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const text = iconv.decode(bytes, 'gb18030');
    if (text.includes('\ufffd')) throw new FileRefused('file-unknown-encoding');
    return text;
  }
}
