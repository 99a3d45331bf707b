import type { MessageCatalogue } from '@qucheng/service-kit';

/** Titles of what this service refuses, and why a follow-up exists. */
export const messages: MessageCatalogue = {
  'already-done': { 'zh-Hans': '此事已经办结', 'zh-Hant': '此事已經辦結', en: 'This is done already' },
  'snooze-into-past': {
    'zh-Hans': '请选择今天以后的日期',
    'zh-Hant': '請選擇今天以後的日期',
    en: 'Choose a day after today',
  },
  'because.promisedAtVisit': {
    'zh-Hans': '走访时答应的事',
    'zh-Hant': '走訪時答應的事',
    en: 'Promised at a visit',
  },
  'because.firstTimeCovered': {
    'zh-Hans': '企业青年首次参加活动，请致谢并走访',
    'zh-Hant': '企業青年首次參加活動，請致謝並走訪',
    en: 'Its young people came to an activity for the first time: thank and visit it',
  },
  'because.weekdaysOnly': {
    'zh-Hans': '{because}（节假日安排尚未公布，按周一至周五计算）',
    'zh-Hant': '{because}（節假日安排尚未公布，按週一至週五計算）',
    en: '{because} (public holidays not published yet: counted Monday to Friday)',
  },
};
