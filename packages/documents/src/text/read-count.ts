import { comparisonKey } from './tidy-text.ts';

/** A head-count as somebody wrote it. `unknown` was left open on purpose (不详, -), `unreadable` needs a person. */
export type WrittenCount =
  | { readonly certainty: 'exact' | 'approximate'; readonly value: number }
  | { readonly certainty: 'unknown' | 'unreadable' };

const UNKNOWN = /^([-—–－/\\?？]+|不详|不清楚|不清|未知|待定|待查|n\/a|暂缺)$/;
const NONE = /^(无|没有|暂无)$/;
const APPROXIMATE = /^(约|大约|大概|近|将近|超过|至少)?(\d+)(余|多|左右|上下|以上|\+)?$/;
const RANGE = /^(\d+)[-~～—–至到](\d+)$/;

/** Reads ４２, 1,200, 约30人, 20余, 十二, 不详. An empty cell is `unknown`. */
export function readCount(text: string): WrittenCount {
  const written = comparisonKey(text)
    .replace(/[人名个位]/g, '')
    .replace(/(\d),(?=\d{3}(\D|$))/g, '$1');
  if (written === '' || UNKNOWN.test(written)) return { certainty: 'unknown' };
  if (NONE.test(written)) return { certainty: 'exact', value: 0 };
  const digits = written
    .replace(/[零〇一二两三四五六七八九十]+/g, (numeral) => readNumeral(numeral))
    .replace(/\.0+$/, '');
  const match = APPROXIMATE.exec(digits);
  if (match !== null) {
    const certainty = match[1] === undefined && match[3] === undefined ? 'exact' : 'approximate';
    return bounded(certainty, Number(match[2]));
  }
  const range = RANGE.exec(digits);
  return range === null ? { certainty: 'unreadable' } : bounded('approximate', Number(range[1]));
}

/** A million people is beyond any firm: the cell holds something else, a telephone number for example. */
function bounded(certainty: 'exact' | 'approximate', value: number): WrittenCount {
  return value <= 1_000_000 ? { certainty, value } : { certainty: 'unreadable' };
}

const NUMERALS = '零一二三四五六七八九';

/** 一 to 九十九 as digits; anything else stays as it is. */
function readNumeral(numeral: string): string {
  const match = /^([一二三四五六七八九]?)(十?)([零一二三四五六七八九]?)$/.exec(
    numeral.replace(/〇/g, '零').replace(/两/g, '二'),
  );
  if (match === null) return numeral;
  const [, tens = '', ten = '', ones = ''] = match;
  if (ten === '') return tens !== '' && ones !== '' ? numeral : String(NUMERALS.indexOf(tens + ones));
  return String((tens === '' ? 1 : NUMERALS.indexOf(tens)) * 10 + (ones === '' ? 0 : NUMERALS.indexOf(ones)));
}
