import { LogVisit, RegisterEnterprise, RegisterYouth } from '@qucheng/contracts';
import type { z } from 'zod';
import { fieldProblems } from './field-problems.ts';
import type { MessageCatalogue } from './messages.ts';

function problemsOf(schema: z.ZodType, value: unknown, catalogue: MessageCatalogue = {}) {
  const read = schema.safeParse(value, { reportInput: true });
  return Object.fromEntries(
    fieldProblems(read.error?.issues ?? [], catalogue, 'zh-Hans').map(({ path, code, message }) => [
      path,
      `${code} ${message}`,
    ]),
  );
}

describe('what is wrong with a body', () => {
  it('is said by field, code and sentence', () => {
    const value = {
      name: '',
      aboveScale: 'yes',
      headcounts: { staff: -1, le35: null, le28: 2_000_000, members: null },
      nickname: 'x',
      __proto__x: 1,
    };
    expect(problemsOf(RegisterEnterprise, value)).toEqual({
      name: 'required 必填',
      aboveScale: 'wrong-type 类型不正确',
      'headcounts.staff': 'too-small 不得少于 0',
      'headcounts.le28': 'too-big 不得超过 1000000',
      'headcounts.partyMembers': 'required 必填',
      nickname: 'unknown 没有这一项',
      __proto__x: 'unknown 没有这一项',
    });
  });

  it('names values that are not among the possible ones, and formats', () => {
    const visit = {
      on: '2026-02-30',
      kind: 'walk',
      metWith: { post: '店长' },
      headcounts: null,
      needs: [],
      attitude: 'open',
      promise: null,
    };
    expect(problemsOf(LogVisit, visit)).toEqual({
      on: 'wrong-format 请填日期，如 2026-11-23',
      kind: 'not-allowed 不在可选范围内',
    });
  });

  it('says how a field is written where the service knows', () => {
    const youth = { name: '甲', birthDate: '1999', phone: '一三八', status: 'none', consent: true };
    const phone = { 'zh-Hans': '请填 11 位手机号', 'zh-Hant': '請填 11 位手機號', en: '11 digits' };
    expect(problemsOf(RegisterYouth, youth, { 'field.wrong-format.phone': phone })).toEqual({
      birthDate: 'wrong-format 请填日期，如 2026-11-23',
      phone: 'wrong-format 请填 11 位手机号',
    });
    expect(problemsOf(RegisterYouth, youth)).toMatchObject({ phone: 'wrong-format 格式不正确' });
  });
});
