import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import iconv from 'iconv-lite';
import { FileRefused } from '../file-refused.ts';
import { findTable } from '../table/find-table.ts';
import { readWorkbook } from './read-workbook.ts';
import { cellAddress, readAddress } from './sheet.ts';

const ledger = readFileSync(join(__dirname, '../../test-data/ledger-jianghai-2026.xlsx'));
const wanted = [
  { field: 'name', headers: ['企业名称'], required: true },
  { field: 'creditCode', headers: ['统一社会信用代码'] },
  { field: 'community', headers: ['所在社区'] },
  { field: 'le35', headers: ['35岁以下青年'] },
  { field: 'members', headers: ['团员数'] },
] as const;

describe('reading a workbook', () => {
  it("reads an office's ledger: hidden sheets, title rows, two-row header, section rows and totals left aside", async () => {
    const workbook = await readWorkbook(ledger);
    expect(workbook.sheets.map(({ name }) => name)).toEqual(['台账', '填表说明']);
    const table = findTable(workbook, wanted);
    expect(table?.headerRow).toBe(3);
    expect(table?.columns.map(({ field, column, header }) => [field, column, header])).toEqual([
      ['name', 1, '企业名称'],
      ['creditCode', 2, '统一社会信用代码'],
      ['community', 4, '所在社区'],
      ['le35', 10, '35岁以下青年'],
      ['members', 12, '团员数'],
    ]);
    expect(table?.rows).toHaveLength(656);
    expect(table?.rows[0]).toMatchObject({ number: 6, section: '江海新村社区' });
    expect(table?.rows[0]?.cells[7]?.text).toBe('贺䶮思');
    expect(table?.rows.at(-1)).toMatchObject({ number: 668, section: '塔影桥社区' });
  });

  it('never evaluates a formula, keeps the text it remembered and marks it', async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('a').getCell('B2').value = { formula: 'HYPERLINK("http://x","y")', result: 'y' };
    const { sheets } = await readWorkbook(Buffer.from(await book.xlsx.writeBuffer()));
    expect(sheets[0]?.rows).toEqual([{ number: 2, cells: [undefined, { text: 'y', formula: true }] }]);
  });

  it('leaves text that looks like a formula as text', async () => {
    const { sheets } = await readWorkbook(Buffer.from('企业名称,备注\r\n甲厂,=1+1\r\n'));
    expect(sheets[0]?.rows[1]?.cells[1]).toEqual({ text: '=1+1' });
  });

  it.each([
    ['UTF-8', Buffer.from('企业名称,电话\n甲厂,138')],
    ['UTF-8 with BOM', Buffer.from('\ufeff企业名称,电话\n甲厂,138')],
    ['GB18030', iconv.encode('企业名称,电话\n甲厂,138', 'gb18030')],
    ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('企业名称\t电话\n甲厂\t138', 'utf16le')])],
  ])('reads text in %s', async (_, bytes) => {
    const { sheets } = await readWorkbook(bytes);
    expect(sheets[0]?.rows.map(({ cells }) => cells.map((cell) => cell?.text))).toEqual([
      ['企业名称', '电话'],
      ['甲厂', '138'],
    ]);
  });

  it('names cells as the office does', () => {
    expect([cellAddress(0, 1), cellAddress(27, 12), cellAddress(701, 3)]).toEqual(['A1', 'AB12', 'ZZ3']);
    expect(readAddress('AB12')).toEqual({ column: 27, row: 12 });
  });
});

describe('refusing a file', () => {
  const refusal = async (bytes: Buffer) => {
    const error: unknown = await readWorkbook(bytes).catch((reason: unknown) => reason);
    return error instanceof FileRefused ? error.code : error;
  };
  it.each([
    ['a renamed program', Buffer.from('MZ\u0090\u0000\u0003'), 'file-not-a-table'],
    ['an old .xls', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]), 'file-old-format'],
    [
      'a workbook with a password',
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.alloc(600),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
      'file-encrypted',
    ],
    ['a workbook cut off', ledger.subarray(0, 40_000), 'file-damaged'],
    ['more than 20 MB', Buffer.alloc(20 * 1024 * 1024 + 1), 'file-too-large'],
    ['an empty file', Buffer.alloc(0), 'file-empty'],
    ['a file of blank lines', Buffer.from('\ufeff \n,,\n\t\n'), 'file-empty'],
    ['bytes that are no text', Buffer.from([0x41, 0xff, 0x80, 0xff, 0x0a]), 'file-unknown-encoding'],
  ])('refuses %s', async (_, bytes, code) => {
    expect(await refusal(bytes)).toBe(code);
  });
});
