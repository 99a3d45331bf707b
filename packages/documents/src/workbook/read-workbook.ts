import { FileRefused } from '../file-refused.ts';
import { FILE_LIMITS } from '../limits.ts';
import type { FileLimits } from '../limits.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import type { Sheet, Workbook } from './sheet.ts';

const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ENCRYPTED_PACKAGE = Buffer.from('EncryptedPackage', 'utf16le');

/**
 * Reads an .xlsx or .csv by what it is, not by what it is called. Throws FileRefused for everything else and for
 * whatever passes the limits. Heavy for big files: services run it in a child process (`createChildReader`).
 */
export async function readWorkbook(bytes: Buffer, limits: FileLimits = FILE_LIMITS): Promise<Workbook> {
  if (bytes.length > limits.size) throw new FileRefused('file-too-large');
  if (startsWith(bytes, OLE)) {
    // A workbook with a password is an OLE container around the encrypted zip.
    throw new FileRefused(bytes.includes(ENCRYPTED_PACKAGE) ? 'file-encrypted' : 'file-old-format');
  }
  if (startsWith(bytes, Buffer.from('MZ')) || startsWith(bytes, Buffer.from('%PDF'))) {
    throw new FileRefused('file-not-a-table');
  }
  const workbook = startsWith(bytes, Buffer.from('PK')) ? await readXlsx(bytes, limits) : readCsv(bytes, limits);
  if (workbook.sheets.every(isBlank)) throw new FileRefused('file-empty');
  return workbook;
}

function isBlank({ rows }: Sheet): boolean {
  return rows.every(({ cells }) => cells.every((cell) => (cell?.text.trim() ?? '') === ''));
}

function startsWith(bytes: Buffer, head: Buffer): boolean {
  return bytes.subarray(0, head.length).equals(head);
}
