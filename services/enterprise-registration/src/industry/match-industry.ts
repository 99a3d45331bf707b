import { readFileSync } from 'node:fs';
import { comparisonKey } from '@qucheng/documents';
import { INDUSTRY_WORDS, SERVICE_TRADES } from './service-trades.ts';

export interface MatchedIndustry {
  /** GB/T 4754-2017 code; null when the words fit nothing. */
  readonly industryCode: string | null;
  readonly serviceTrade: boolean;
}

const NOTHING: MatchedIndustry = { industryCode: null, serviceTrade: false };

// The same place seen from src/ and from dist/.
const TABLE = new URL('../../data/gbt4754-2017.tsv', import.meta.url);

/** A division (two digits) says enough for a street; finer and coarser ones only when no division has the name. */
const LEVELS = ['2', '3', '4', '1'];

let byName: ReadonlyMap<string, string> | undefined;

/** Finds the code for an industry as the office writes it: 零售业, 零售, 餐饮服务, or a code itself. */
export function matchIndustry(words: string | null): MatchedIndustry {
  const key = industryKey(words ?? '');
  if (key === '') return NOTHING;
  byName ??= readTable();
  const industryCode = byName.get(key) ?? byName.get(key.replace(/(服务|行)$/, '')) ?? null;
  return industryCode === null ? NOTHING : { industryCode, serviceTrade: isServiceTrade(industryCode) };
}

function isServiceTrade(code: string): boolean {
  return SERVICE_TRADES.some((trade) => code.startsWith(trade));
}

function readTable(): Map<string, string> {
  const rows = readFileSync(TABLE, 'utf8')
    .split(/\r?\n/)
    .slice(1)
    .map((row) => row.split('\t'));
  const names = new Map(Object.entries(INDUSTRY_WORDS).map(([word, code]) => [industryKey(word), code]));
  for (const wanted of LEVELS) {
    for (const [code, name, level] of rows) {
      if (code === undefined || name === undefined || level !== wanted) continue;
      const key = industryKey(name);
      if (!names.has(key)) names.set(key, code);
      if (!names.has(code.toLowerCase())) names.set(code.toLowerCase(), code);
    }
  }
  return names;
}

function industryKey(words: string): string {
  return comparisonKey(words)
    .replace(/[、,，和与及]/g, '')
    .replace(/业$/, '');
}
