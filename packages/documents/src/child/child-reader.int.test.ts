import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createChildReader } from './child-reader.ts';

const ledger = readFileSync(join(__dirname, '../../test-data/ledger-jianghai-2026.xlsx'));

// The child is compiled JavaScript: `tsc -b packages/documents` comes first, as in `npm test`.
describe('reading a file in a child process', () => {
  it('reads the same as this process would', async () => {
    const { sheets } = await createChildReader()(ledger);
    expect(sheets[0]?.rows).toHaveLength(669);
  });

  it('refuses with the code the child found', async () => {
    await expect(createChildReader()(Buffer.from('MZ\u0000'))).rejects.toMatchObject({ code: 'file-not-a-table' });
  });

  it('kills a child that takes too long, and the next file is read as ever', async () => {
    await expect(createChildReader({ deadlineMs: 1 })(ledger)).rejects.toMatchObject({ code: 'file-takes-too-long' });
    await expect(createChildReader()(ledger)).resolves.toMatchObject({ format: 'xlsx' });
  });

  it('survives a file that eats the memory of its child', async () => {
    const greedy = Buffer.from('甲,'.repeat(4_000_000));
    await expect(createChildReader({ heapMb: 16 })(greedy)).rejects.toMatchObject({ code: 'file-takes-too-long' });
  });

  it('reads no more files at once than it may', async () => {
    const read = createChildReader({ atOnce: 1 });
    const workbooks = await Promise.all([read(ledger), read(ledger), read(ledger)]);
    expect(workbooks.map(({ sheets }) => sheets.length)).toEqual([2, 2, 2]);
  });
});
