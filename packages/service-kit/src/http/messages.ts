import type { Language } from './language.ts';

/** One text in the three languages. `{name}` is filled in from the values that come with it. */
export type Message = Readonly<Record<Language, string>>;

/** Texts by code: titles of problems, labels of what is missing, messages of fields. */
export type MessageCatalogue = Readonly<Record<string, Message>>;

/** What every service may answer. */
export const KIT_MESSAGES: MessageCatalogue = {
  malformed: { 'zh-Hans': '请求内容无法读取', 'zh-Hant': '請求內容無法讀取', en: 'The request could not be read' },
  'not-signed-in': { 'zh-Hans': '请先登录', 'zh-Hant': '請先登入', en: 'Please sign in first' },
  'not-allowed': { 'zh-Hans': '您没有此项权限', 'zh-Hant': '您沒有此項權限', en: 'You are not allowed to do this' },
  'not-found': { 'zh-Hans': '没有找到', 'zh-Hant': '沒有找到', en: 'Not found' },
  'version-conflict': {
    'zh-Hans': '内容已被他人更新，请刷新后再试',
    'zh-Hant': '內容已被他人更新，請重新整理後再試',
    en: 'Somebody else changed this meanwhile; reload and try again',
  },
  'too-large': { 'zh-Hans': '内容过大', 'zh-Hant': '內容過大', en: 'The content is too large' },
  'wrong-content-type': {
    'zh-Hans': '只接受 JSON 内容',
    'zh-Hant': '只接受 JSON 內容',
    en: 'Only JSON is accepted here',
  },
  'invalid-fields': { 'zh-Hans': '有内容需要更正', 'zh-Hant': '有內容需要更正', en: 'Some fields need correction' },
  'key-reused': {
    'zh-Hans': '同一编号的请求已提交过不同内容',
    'zh-Hant': '同一編號的請求已提交過不同內容',
    en: 'This key was used before for another request',
  },
  'bad-idempotency-key': {
    'zh-Hans': '请求编号格式不正确',
    'zh-Hant': '請求編號格式不正確',
    en: 'The Idempotency-Key is not a ULID',
  },
  'bad-version': {
    'zh-Hans': '版本号格式不正确',
    'zh-Hant': '版本號格式不正確',
    en: 'The If-Match version is not valid',
  },
  'too-many-requests': {
    'zh-Hans': '请求过于频繁，请稍后再试',
    'zh-Hant': '請求過於頻繁，請稍後再試',
    en: 'Too many requests; try again later',
  },
  unavailable: {
    'zh-Hans': '服务暂时不可用，请稍后再试',
    'zh-Hant': '服務暫時無法使用，請稍後再試',
    en: 'The service is away for a moment; try again',
  },
  internal: { 'zh-Hans': '系统出错', 'zh-Hant': '系統出錯', en: 'Something went wrong on our side' },
  refused: { 'zh-Hans': '条件尚不具备', 'zh-Hant': '條件尚不具備', en: 'Something is still missing' },
  'field.required': { 'zh-Hans': '必填', 'zh-Hant': '必填', en: 'Required' },
  'field.wrong-type': { 'zh-Hans': '类型不正确', 'zh-Hant': '類型不正確', en: 'Wrong type' },
  'field.unknown': { 'zh-Hans': '没有这一项', 'zh-Hant': '沒有這一項', en: 'There is no such field' },
  'field.too-small': { 'zh-Hans': '不得少于 {need}', 'zh-Hant': '不得少於 {need}', en: 'At least {need}' },
  'field.too-big': { 'zh-Hans': '不得超过 {need}', 'zh-Hant': '不得超過 {need}', en: 'At most {need}' },
  'field.wrong-format': { 'zh-Hans': '格式不正确', 'zh-Hant': '格式不正確', en: 'Wrong format' },
  'field.wrong-format.date': {
    'zh-Hans': '请填日期，如 2026-11-23',
    'zh-Hant': '請填日期，如 2026-11-23',
    en: 'A date is written like 2026-11-23',
  },
  'field.wrong-format.datetime': {
    'zh-Hans': '请填日期和时间，如 2026-11-23T09:30:00Z',
    'zh-Hant': '請填日期和時間，如 2026-11-23T09:30:00Z',
    en: 'A date with its time is written like 2026-11-23T09:30:00Z',
  },
  'field.not-allowed': {
    'zh-Hans': '不在可选范围内',
    'zh-Hant': '不在可選範圍內',
    en: 'Not one of the possible values',
  },
  'field.invalid': { 'zh-Hans': '不正确', 'zh-Hant': '不正確', en: 'Not valid' },
};

/** The text of a code, or undefined when no catalogue knows it. */
export function textOf(
  catalogue: MessageCatalogue,
  code: string,
  language: Language,
  values: Readonly<Record<string, unknown>> = {},
): string | undefined {
  const message =
    (Object.hasOwn(catalogue, code) ? catalogue[code] : undefined) ??
    (Object.hasOwn(KIT_MESSAGES, code) ? KIT_MESSAGES[code] : undefined);
  return message?.[language].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return typeof value === 'number' || typeof value === 'string' ? String(value) : whole;
  });
}
