import { correctionsOf } from './correct-facts.ts';
import { UNKNOWN_HEADCOUNTS } from './enterprise.ts';
import type { EnterpriseFacts } from './enterprise.ts';

const known: EnterpriseFacts = {
  creditCode: null,
  noCodeReason: 'applying',
  name: '甲店',
  industry: '零售业',
  industryCode: '52',
  serviceTrade: true,
  communityId: null,
  address: '锡沪东路1号',
  building: null,
  aboveScale: false,
  headcounts: { ...UNKNOWN_HEADCOUNTS, staff: 10, members: 3 },
};

describe('correcting what is known of a firm', () => {
  it('finds nothing when nothing differs', () => {
    expect(correctionsOf(known, { ...known })).toEqual({});
  });
  it('never lets a blank overwrite', () => {
    const blank = {
      ...known,
      noCodeReason: 'unknown' as const,
      industry: null,
      industryCode: null,
      serviceTrade: false,
      address: null,
      aboveScale: null,
      headcounts: UNKNOWN_HEADCOUNTS,
    };
    expect(correctionsOf(known, blank)).toEqual({});
  });
  it('takes a code that arrived, and with it the reason for having none', () => {
    const newer = { ...known, creditCode: '91320213MAK0R8TD3K', noCodeReason: null };
    expect(correctionsOf(known, newer)).toEqual({ creditCode: '91320213MAK0R8TD3K', noCodeReason: null });
  });
  it('keeps the code when a later list has none', () => {
    const coded = { ...known, creditCode: '91320213MAK0R8TD3K', noCodeReason: null };
    expect(correctionsOf(coded, known)).toEqual({});
  });
  it('changes only the counts that differ', () => {
    const newer = { ...known, headcounts: { ...UNKNOWN_HEADCOUNTS, staff: 12, le35: 5 } };
    expect(correctionsOf(known, newer)).toEqual({
      headcounts: { staff: 12, le35: 5, le28: null, members: 3, partyMembers: null },
    });
  });
  it('takes the industry with its code', () => {
    const newer = { ...known, industry: '制造业', industryCode: 'C', serviceTrade: false };
    expect(correctionsOf(known, newer)).toEqual({ industry: '制造业', industryCode: 'C', serviceTrade: false });
  });
});
