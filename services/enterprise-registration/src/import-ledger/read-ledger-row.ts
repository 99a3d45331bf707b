import { readCount, readPhone, tidyText } from '@qucheng/documents';
import type { Cell, FoundColumn, TableRow } from '@qucheng/documents';
import type { Headcounts } from '@qucheng/contracts';
import { readCreditCode } from '../enterprise/credit-code.ts';
import { UNKNOWN_HEADCOUNTS } from '../enterprise/enterprise.ts';
import type { EnterpriseFacts } from '../enterprise/enterprise.ts';
import type { ContactFields } from '../enterprise/seal-contacts.ts';
import { matchIndustry } from '../industry/match-industry.ts';
import { COUNT_FIELDS } from './ledger-columns.ts';
import type { LedgerField } from './ledger-columns.ts';

/** Something about a cell. `code` has its text in messages.ts; `values` fill it in and never hold personal text. */
export interface RowIssue {
  readonly field: LedgerField;
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly values?: Readonly<Record<string, string | number>>;
}

/** One row of a ledger, read. */
export interface LedgerRow {
  readonly row: number;
  readonly facts: EnterpriseFacts;
  readonly contact: ContactFields | null;
  readonly issues: readonly RowIssue[];
}

type Columns = readonly FoundColumn<LedgerField>[];
type Note = (field: LedgerField, code: string, severity: 'error' | 'warning', values?: RowIssue['values']) => void;
type Read = (field: LedgerField, most: number) => string | null;

/** Reads a row of a ledger: facts as far as they can be read, and an issue for whatever a person should look at. */
export function readLedgerRow(
  table: TableRow,
  columns: Columns,
  communityOf: (words: string) => string | undefined,
): LedgerRow {
  const issues: RowIssue[] = [];
  const note: Note = (field, code, severity, values) => {
    issues.push({ field, code, severity, ...(values === undefined ? {} : { values }) });
  };
  const cell = (field: LedgerField): Cell | undefined => {
    const column = columns.find((found) => found.field === field)?.column;
    const found = column === undefined ? undefined : table.cells[column];
    if (found?.formula === true && !issues.some((issue) => issue.field === field))
      note(field, 'formula-not-evaluated', 'warning');
    return found;
  };
  const read: Read = (field, most) => {
    const text = tidyText(cell(field)?.text ?? '');
    if (text.length <= most) return text === '' ? null : text;
    note(field, 'text-too-long', field === 'name' ? 'error' : 'warning', { need: most });
    return null;
  };
  const name = read('name', 120);
  if (name === null && issues.length === 0) note('name', 'name-missing', 'error');
  const industry = read('industry', 60);
  const matched = matchIndustry(industry);
  if (industry !== null && matched.industryCode === null) note('industry', 'industry-unknown', 'warning');
  const address = read('address', 200);
  const facts: EnterpriseFacts = {
    ...readCode(cell('creditCode')?.text ?? '', note),
    name: name ?? '',
    industry,
    ...matched,
    communityId: readCommunity(read('community', 60) ?? table.section, communityOf, note),
    address,
    building: read('building', 60) ?? buildingIn(address),
    aboveScale: readAboveScale(read('aboveScale', 20), note),
    headcounts: readHeadcounts((field) => cell(field)?.text ?? '', note),
  };
  return {
    row: table.number,
    facts,
    contact: readContact(read('contact', 40), cell('phone')?.text ?? '', note),
    issues,
  };
}

function readCode(text: string, note: Note): Pick<EnterpriseFacts, 'creditCode' | 'noCodeReason'> {
  const written = readCreditCode(text);
  switch (written.kind) {
    case 'code':
      if (written.warning !== undefined) note('creditCode', written.warning, 'warning');
      return { creditCode: written.code, noCodeReason: null };
    case 'none':
      return { creditCode: null, noCodeReason: written.reason };
    case 'bad':
      note('creditCode', written.problem, 'error');
      return { creditCode: null, noCodeReason: null };
  }
}

function readCommunity(
  words: string | null,
  communityOf: (words: string) => string | undefined,
  note: Note,
): string | null {
  if (words === null) return null;
  const communityId = communityOf(words);
  if (communityId === undefined) note('community', 'community-unknown', 'warning');
  return communityId ?? null;
}

function readAboveScale(text: string | null, note: Note): boolean | null {
  if (text === null || /^[-—/]+$/.test(text)) return null;
  if (/^(是|√|✓|✔|y|yes|1|规上)$/i.test(text)) return true;
  if (/^(否|×|✗|x|n|no|0|不是|规下)$/i.test(text)) return false;
  note('aboveScale', 'yes-no-unreadable', 'warning');
  return null;
}

function readHeadcounts(textOf: (field: LedgerField) => string, note: Note): Headcounts {
  const headcounts = { ...UNKNOWN_HEADCOUNTS };
  for (const field of COUNT_FIELDS) {
    const count = readCount(textOf(field));
    if (count.certainty === 'approximate') note(field, 'count-approximate', 'warning', { have: count.value });
    if (count.certainty === 'unreadable') note(field, 'count-unreadable', 'warning');
    headcounts[field] = 'value' in count ? count.value : null;
  }
  const { staff, le35, le28 } = headcounts;
  if (staff !== null && le35 !== null && le35 > staff) note('le35', 'count-more-than-staff', 'warning');
  if (le35 !== null && le28 !== null && le28 > le35) note('le28', 'count-more-than-le35', 'warning');
  return headcounts;
}

function readContact(name: string | null, phoneText: string, note: Note): ContactFields | null {
  const written = readPhone(phoneText);
  if (written.certainty === 'unreadable') note('phone', 'phone-unreadable', 'warning');
  if (written.certainty === 'several') note('phone', 'phone-several', 'warning');
  if (name === null || /^[-—/无]+$/.test(name)) return null;
  return { name, post: null, phone: 'phone' in written ? written.phone : null };
}

/** 锡沪东路323号广益家居广场802 → 广益家居广场: what stands between house number and room. */
function buildingIn(address: string | null): string | null {
  const building = /\d+号(?:之\d+)?([^\d\s,，]*[\u4e00-\u9fff][^\d\s,，]*)/.exec(address ?? '')?.[1];
  return building === undefined || building.length > 60 || /^[室楼层]/.test(building) ? null : building;
}
