import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import ExcelJS from 'exceljs';
import { readWorkbook } from '../workbook/read-workbook.ts';
import { writeResult } from './write-result.ts';
import type { ResultRow } from './write-result.ts';

const rows: ResultRow[] = [
  { number: 1, texts: ['台账'], issues: [], outcome: null },
  { number: 3, texts: ['企业名称', '代码', '备注'], issues: [], outcome: null },
  { number: 4, texts: ['甲厂', '0123', '=HYPERLINK("http://x")'], issues: [], outcome: '新增' },
  {
    number: 6,
    texts: ['乙店', undefined, '@x'],
    issues: [{ column: 1, severity: 'error', message: '缺少代码' }],
    outcome: '未导入',
  },
];

const write = async () => {
  const output = new PassThrough();
  const written = buffer(output);
  await writeResult(output, { name: '台账', headerRow: 3, added: { outcome: '处理结果', reasons: '错误原因' }, rows });
  return written;
};

describe('the file that goes back to the office', () => {
  it('holds the same rows at the same places, what became of them, and why', async () => {
    const { sheets } = await readWorkbook(await write());
    expect(
      sheets[0]?.rows.map(({ number, cells }) => [number, ...[0, 1, 2, 3, 4].map((column) => cells[column]?.text)]),
    ).toEqual([
      [1, '台账', undefined, undefined, undefined, undefined],
      [3, '企业名称', '代码', '备注', '处理结果', '错误原因'],
      [4, '甲厂', '0123', '=HYPERLINK("http://x")', '新增', undefined],
      [6, '乙店', undefined, '@x', '未导入', '缺少代码'],
    ]);
  });

  it('has no formula in it, text format everywhere, and colour on the bad cells', async () => {
    const book = new ExcelJS.Workbook();
    // exceljs declares its own Buffer; Node's is one.
    await book.xlsx.load((await write()) as unknown as ExcelJS.Buffer);
    const sheet = book.worksheets[0];
    expect(sheet?.getCell('C4').type).toBe(ExcelJS.ValueType.String);
    expect(sheet?.getCell('C4').numFmt).toBe('@');
    expect(sheet?.getCell('B6').fill).toMatchObject({ fgColor: { argb: 'FFFFC7CE' } });
    expect(sheet?.getCell('B4').fill).toMatchObject({ pattern: 'none' });
  });
});
