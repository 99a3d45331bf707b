import type { Message, MessageCatalogue } from '@qucheng/service-kit';
import { FILE_MESSAGES } from './import-ledger/file-messages.ts';
import { ROW_MESSAGES } from './import-ledger/row-messages.ts';

const text = (hans: string, hant: string, en: string): Message => ({ 'zh-Hans': hans, 'zh-Hant': hant, en });

/** Texts of this service, by code. */
export const messages: MessageCatalogue = {
  ...FILE_MESSAGES,
  ...ROW_MESSAGES,
  'code-taken': text('该统一社会信用代码已登记', '該統一社會信用代碼已登記', 'This credit code is registered already'),
  'code-taken-by': text('已由“{firm}”登记', '已由「{firm}」登記', 'Registered already by “{firm}”'),
  'name-taken': text(
    '该社区已有同名且无代码的企业',
    '該社區已有同名且無代碼的企業',
    'A firm of this name without a code is registered in this community',
  ),
  'name-taken-by': text(
    '与已登记的“{firm}”同名',
    '與已登記的「{firm}」同名',
    'The same name as “{firm}”, registered already',
  ),
  'community-not-yours': text('不在您负责的社区范围内', '不在您負責的社區範圍內', 'Not one of your communities'),
  'already-on-roster': text('花名册上已有此人', '花名冊上已有此人', 'This person is on the roster already'),
  'too-old': text(
    '超过 {need} 周岁，不列入青年花名册',
    '超過 {need} 周歲，不列入青年花名冊',
    'Older than {need}: not for the roster of young employees',
  ),
  'too-young': text(
    '未满 {need} 周岁，不能登记为员工',
    '未滿 {need} 周歲，不能登記為員工',
    'Younger than {need}: cannot be registered as an employee',
  ),
  'not-on-roster': text('此人不在花名册上', '此人不在花名冊上', 'This person is not on the roster'),
  'not-a-claimed-member': text(
    '此人未填报为团员，无需核实',
    '此人未填報為團員，無需核實',
    'This person never claimed to be a member',
  ),
  'roster-empty': text('花名册上还没有人', '花名冊上還沒有人', 'There is nobody on the roster yet'),
  'confirmation-too-early': text(
    '确认日期不能在将来',
    '確認日期不能在將來',
    'The day of confirmation cannot be in the future',
  ),
  'field.wrong-format.phone': text(
    '请填 11 位手机号，或带区号的固定电话',
    '請填 11 位手機號，或帶區號的固定電話',
    'A mobile number of 11 digits, or a landline with its area code',
  ),
  'person-erased': text('此人的信息已删除', '此人的資料已刪除', 'The data of this person were erased'),
};
