import type { Message } from '@qucheng/service-kit';

const text = (hans: string, hant: string, en: string): Message => ({ 'zh-Hans': hans, 'zh-Hant': hant, en });

/** What is said about cells and rows of a ledger. */
export const ROW_MESSAGES: Readonly<Record<string, Message>> = {
  'name-missing': text('缺少企业名称', '缺少企業名稱', 'The name of the firm is missing'),
  'text-too-long': text('超过 {need} 字', '超過 {need} 字', 'Longer than {need} characters'),
  'formula-not-evaluated': text(
    '单元格是公式，只取其保存的文字',
    '儲存格是公式，只取其儲存的文字',
    'The cell is a formula; only its stored text is taken',
  ),
  'code-digit': text(
    '信用代码校验位不符，请核对营业执照',
    '信用代碼校驗位不符，請核對營業執照',
    'The check character of the code is wrong; compare it with the licence',
  ),
  'code-length': text(
    '信用代码应为 18 位数字和大写字母',
    '信用代碼應為 18 位數字和大寫字母',
    'A credit code has 18 characters: digits and capital letters',
  ),
  'code-characters': text(
    '信用代码含有不会出现的字符，应为 18 位数字和大写字母',
    '信用代碼含有不會出現的字元，應為 18 位數字和大寫字母',
    'The code has characters no credit code has; it is made of digits and capital letters',
  ),
  'code-invalid': text('这不是真实的信用代码', '這不是真實的信用代碼', 'This is not a real credit code'),
  'code-organisation': text(
    '这是 9 位组织机构代码，请填写 18 位统一社会信用代码',
    '這是 9 位組織機構代碼，請填寫 18 位統一社會信用代碼',
    'This is a 9-character organisation code; the 18-character credit code is needed',
  ),
  'code-registration-number': text(
    '这是旧的注册号，请填写 18 位统一社会信用代码',
    '這是舊的註冊號，請填寫 18 位統一社會信用代碼',
    'This is an old registration number; the 18-character credit code is needed',
  ),
  'code-letters': text(
    '信用代码中的字母 O、I 已按数字 0、1 读取',
    '信用代碼中的字母 O、I 已按數字 0、1 讀取',
    'The letters O and I in the code were read as 0 and 1',
  ),
  'code-pilot': text(
    '早期试点代码，校验位与标准不同，已接受',
    '早期試點代碼，校驗位與標準不同，已接受',
    'A code of the early pilot; its check character differs from the standard and was accepted',
  ),
  'industry-unknown': text(
    '未能对应到国民经济行业分类',
    '未能對應到國民經濟行業分類',
    'Not found in the national classification of industries',
  ),
  'community-unknown': text('本街道没有这个社区', '本街道沒有這個社區', 'This street has no such community'),
  'yes-no-unreadable': text('请填“是”或“否”', '請填「是」或「否」', 'Say 是 (yes) or 否 (no)'),
  'count-approximate': text(
    '人数为约数，按 {have} 登记',
    '人數為約數，按 {have} 登記',
    'An approximate number, taken as {have}',
  ),
  'count-unreadable': text('无法读出人数，未登记', '無法讀出人數，未登記', 'No number could be read; left open'),
  'count-more-than-staff': text(
    '35 岁以下人数多于职工总数',
    '35 歲以下人數多於職工總數',
    'More people up to 35 than staff',
  ),
  'count-more-than-le35': text(
    '28 岁以下人数多于 35 岁以下人数',
    '28 歲以下人數多於 35 歲以下人數',
    'More people up to 28 than up to 35',
  ),
  'phone-unreadable': text(
    '电话号码不完整，未登记',
    '電話號碼不完整，未登記',
    'The telephone number is not complete; left open',
  ),
  'phone-several': text('有多个号码，取第一个', '有多個號碼，取第一個', 'Several numbers; the first was taken'),
  'row-repeated': text('与第 {row} 行相同', '與第 {row} 列相同', 'The same as row {row}'),
  'row-contradicts': text(
    '与第 {row} 行是同一家企业，但内容不同',
    '與第 {row} 列是同一家企業，但內容不同',
    'The same firm as row {row}, but with other contents',
  ),
  'firm-ambiguous': text(
    '有多家同名企业，请填写信用代码',
    '有多家同名企業，請填寫信用代碼',
    'Several firms have this name; give the credit code',
  ),
  'fate.new': text('新增', '新增', 'Added'),
  'fate.changed': text('已更新', '已更新', 'Updated'),
  'fate.same': text('无变化', '無變化', 'Unchanged'),
  'fate.refused': text('未导入', '未匯入', 'Not imported'),
  'planned.new': text('将新增', '將新增', 'To be added'),
  'planned.changed': text('将更新', '將更新', 'To be updated'),
  'planned.same': text('无变化', '無變化', 'Unchanged'),
  'planned.refused': text('将不导入', '將不匯入', 'Will not be imported'),
};
