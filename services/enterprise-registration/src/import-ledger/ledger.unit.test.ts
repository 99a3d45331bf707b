import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findTable, readWorkbook } from '@qucheng/documents';
import type { KnownFirm } from '../enterprise/firm-store.ts';
import { classifyRow, indexFirms } from './classify-row.ts';
import type { ClassifiedRow } from './classify-row.ts';
import { LEDGER_COLUMNS } from './ledger-columns.ts';
import { readLedgerRow } from './read-ledger-row.ts';
import type { LedgerRow } from './read-ledger-row.ts';

const communityOf = (words: string) => words;

async function readLedger(path: string): Promise<LedgerRow[]> {
  const table = findTable(await readWorkbook(readFileSync(join(__dirname, '../..', path))), LEDGER_COLUMNS);
  return (table?.rows ?? []).map((row) => readLedgerRow(row, table?.columns ?? [], communityOf));
}

function classify(rows: readonly LedgerRow[], known: readonly KnownFirm[] = []): ClassifiedRow[] {
  const earlier = new Map<string, LedgerRow>();
  const firms = indexFirms(known, () => true);
  return rows.map((row) => classifyRow(row, firms, earlier));
}

const count = (rows: readonly ClassifiedRow[]) => {
  const fates = rows.map(({ fate }) => fate);
  const of = (fate: string) => fates.filter((each) => each === fate).length;
  return { rows: rows.length, new: of('new'), changed: of('changed'), same: of('same'), refused: of('refused') };
};

const asKnown = ({ facts }: LedgerRow, index: number): KnownFirm => ({
  ...facts,
  enterpriseId: `F${String(index)}`,
  contacts: [],
});

describe("the street's ledger of 2026", () => {
  let rows: LedgerRow[];
  let clean: LedgerRow[];
  beforeAll(async () => {
    rows = await readLedger('demo-data/ledger-jianghai-2026.xlsx');
    clean = await readLedger('test-data/ledger-clean.csv');
  });

  it('is all there: 656 rows, 16 of them written twice, 640 firms', () => {
    expect(rows).toHaveLength(656);
    expect(clean).toHaveLength(640);
    const classified = classify(rows);
    const { new: fresh, changed, same, refused } = count(classified);
    expect(fresh + changed + same + refused).toBe(656);
    expect({ fresh, changed, same, refused }).toEqual({ fresh: 618, changed: 0, same: 16, refused: 22 });
  });

  it('says of every refused row why, and refuses for nothing but the code', () => {
    const codes = classify(rows).flatMap(({ fate, issues }) =>
      fate === 'refused' ? issues.filter(({ severity }) => severity === 'error').map(({ code }) => code) : [],
    );
    expect([...new Set(codes)].sort()).toEqual(['code-digit', 'code-length', 'code-organisation']);
  });

  it('agrees with the clean list wherever it says something', () => {
    const byCode = new Map(clean.map((row) => [row.facts.creditCode, row]));
    const byName = new Map(clean.map((row) => [row.facts.name, row]));
    const wrong = rows.flatMap(({ row, facts, contact, issues }) => {
      const answer = byCode.get(facts.creditCode ?? '?') ?? byName.get(facts.name);
      if (answer === undefined) return [`${String(row)}: no such firm`];
      const unsure = new Set<string>(issues.map(({ field }) => field));
      const fields: string[] = [];
      if (facts.name !== answer.facts.name) fields.push('name');
      if (facts.building !== answer.facts.building) fields.push('building');
      if (facts.industryCode !== answer.facts.industryCode) fields.push('industry');
      if (facts.communityId !== answer.facts.communityId) fields.push('community');
      if (contact?.name !== answer.contact?.name || contact?.phone !== answer.contact?.phone) fields.push('contact');
      if (facts.aboveScale === true && answer.facts.aboveScale !== true) fields.push('aboveScale');
      for (const key of ['staff', 'le35', 'le28', 'members', 'partyMembers'] as const) {
        const have = facts.headcounts[key];
        if (have !== null && have !== answer.facts.headcounts[key] && !unsure.has(key)) fields.push(key);
      }
      return fields.map((field) => `${String(row)}: ${field}`);
    });
    expect(wrong).toEqual([]);
  });

  it('changes nothing when the same file comes again', () => {
    const first = classify(rows);
    const kept = rows.filter((_, index) => first[index]?.fate === 'new').map(asKnown);
    const again = count(classify(rows, kept));
    expect({ new: again.new, changed: again.changed }).toEqual({ new: 0, changed: 0 });
  });

  it('finds the firm by its name when its code arrives later', () => {
    const [row] = clean;
    if (row === undefined) throw new Error('the list is empty');
    const before = asKnown({ ...row, facts: { ...row.facts, creditCode: null, noCodeReason: 'applying' } }, 1);
    expect(classify([row], [before])).toMatchObject([{ fate: 'changed', enterpriseId: 'F1' }]);
  });

  it('refuses a row that contradicts an earlier one', () => {
    const [row] = clean;
    if (row === undefined) throw new Error('the list is empty');
    const other = { ...row, row: 99, facts: { ...row.facts, name: '别的名字' } };
    expect(classify([row, other])).toMatchObject([
      { fate: 'new' },
      { fate: 'refused', issues: [{ code: 'row-contradicts' }] },
    ]);
  });
});
