import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { FileRefused } from '../file-refused.ts';
import { readCount } from '../text/read-count.ts';
import { readPhone } from '../text/read-phone.ts';
import { readWorkbook } from './read-workbook.ts';

const ledger = readFileSync(join(__dirname, '../../test-data/ledger-jianghai-2026.xlsx'));

const readsOrRefuses = async (bytes: Buffer) => {
  const outcome: unknown = await readWorkbook(bytes).catch((reason: unknown) => reason);
  return outcome instanceof Error ? outcome instanceof FileRefused : true;
};

describe('whatever the bytes are', () => {
  it('a file is read or refused with a code, never anything else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), (bytes) => readsOrRefuses(Buffer.from(bytes))),
      { numRuns: 300 },
    );
  });

  it('so is a workbook with some bytes changed', async () => {
    const places = fc.array(fc.tuple(fc.nat(ledger.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(places, (changes) => {
        const bytes = Buffer.from(ledger);
        for (const [place, value] of changes) bytes[place] = value;
        return readsOrRefuses(bytes);
      }),
      { numRuns: 40 },
    );
  });

  it('a cell is read for a number or a telephone or left to a person', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const count = readCount(text);
        if ('value' in count) expect(Number.isSafeInteger(count.value) && count.value >= 0).toBe(true);
        const phone = readPhone(text);
        if ('phone' in phone) expect(phone.phone).toMatch(/^[0-9-]{7,20}$/);
      }),
    );
  });
});
