import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCreditCode } from './credit-code.ts';

const cases = readFileSync(join(__dirname, '../../test-data/credit-codes.tsv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((row) => row.split('\t') as [string, string]); // two columns by the file's layout

describe('reading a credit code', () => {
  it.each(cases.filter(([, expected]) => expected === 'valid'))('accepts %s', (code) => {
    expect(readCreditCode(code)).toEqual({ kind: 'code', code });
  });
  it.each(cases.filter(([, expected]) => expected === 'invalid'))('refuses %s', (code) => {
    expect(readCreditCode(code)).toMatchObject({ kind: 'bad' });
  });
  it('accepts an issued pilot code that fails the digit, with a warning', () => {
    expect(readCreditCode('91350211M0000XUF46')).toEqual({
      kind: 'code',
      code: '91350211M0000XUF46',
      warning: 'code-pilot',
    });
  });
  it('refuses junk that passes the digit', () => {
    expect(readCreditCode('000000000000000000')).toEqual({ kind: 'bad', problem: 'code-invalid' });
    expect(readCreditCode('111111111111111111')).toMatchObject({ kind: 'bad' });
  });
  it.each([
    ['91320213ma3mn3cq5d', '91320213MA3MN3CQ5D'],
    ['９２３２０２１３MAGKUNKC６４', '92320213MAGKUNKC64'],
    ['\u00a0 91320213MAHK80NE0U\u00a0', '91320213MAHK80NE0U'],
  ])('tidies %j without a word', (text, code) => {
    expect(readCreditCode(text)).toEqual({ kind: 'code', code });
  });
  it('reads O as 0 and says so', () => {
    expect(readCreditCode('9132O213MAK0R8TD3K')).toEqual({
      kind: 'code',
      code: '91320213MAK0R8TD3K',
      warning: 'code-letters',
    });
  });
  it.each([
    ['', 'unknown'],
    ['-', 'unknown'],
    ['N/A', 'unknown'],
    ['办理中', 'applying'],
    ['个体户', 'individual'],
  ])('takes %j for no code, because %s', (text, reason) => {
    expect(readCreditCode(text)).toEqual({ kind: 'none', reason });
  });
  it.each([
    ['91320213MA97HXUG4L', 'code-digit'],
    ['92320213MATWRMW69', 'code-length'],
    ['MAR3MX0Y-7', 'code-organisation'],
    ['320213000123456', 'code-registration-number'],
    ['91320213MA97HXUGVZ', 'code-characters'],
  ])('says what is wrong with %s: %s', (text, problem) => {
    expect(readCreditCode(text)).toEqual({ kind: 'bad', problem });
  });
});
