import type { MessageCatalogue } from '@qucheng/service-kit';

export const messages: MessageCatalogue = {
  'wrong-account-or-password': {
    'zh-Hans': '账号或密码不正确',
    'zh-Hant': '帳號或密碼不正確',
    en: 'The account or the password is wrong',
  },
  'wrong-password': {
    'zh-Hans': '现在的密码不正确',
    'zh-Hant': '現在的密碼不正確',
    en: 'This is not the current password',
  },
  'own-account': {
    'zh-Hans': '不能停用自己正在使用的账号，请由另一位管理员操作',
    'zh-Hant': '不能停用自己正在使用的帳號，請由另一位管理員操作',
    en: 'You cannot close the account you are working with; ask another administrator',
  },
  'account-closed': { 'zh-Hans': '该账号已停用', 'zh-Hant': '該帳號已停用', en: 'This account is closed' },
  'account-taken': { 'zh-Hans': '该账号名已被使用', 'zh-Hant': '該帳號名已被使用', en: 'This account name is taken' },
  'unknown-community': { 'zh-Hans': '没有这个社区', 'zh-Hant': '沒有這個社區', en: 'There is no such community' },
  'unknown-setting': { 'zh-Hans': '没有这项设置', 'zh-Hant': '沒有這項設定', en: 'There is no such setting' },
  'wrong-setting-type': {
    'zh-Hans': '设置值的类型不正确',
    'zh-Hant': '設定值的類型不正確',
    en: 'The value has the wrong type',
  },
  'street-opened-before': { 'zh-Hans': '街道已建立', 'zh-Hant': '街道已建立', en: 'This street is open already' },
};
