import type { MessageCatalogue } from '@qucheng/service-kit';

/** Titles of what this service refuses. */
export const messages: MessageCatalogue = {
  'visit-in-future': {
    'zh-Hans': '走访日期还没有到',
    'zh-Hant': '走訪日期還沒有到',
    en: 'The day of the visit has not come yet',
  },
  'visit-too-long-ago': {
    'zh-Hans': '走访日期过早，请核对年份',
    'zh-Hant': '走訪日期過早，請核對年份',
    en: 'The day of the visit is too long ago; check the year',
  },
  'promise-before-visit': {
    'zh-Hans': '答应的日期早于走访日期',
    'zh-Hant': '答應的日期早於走訪日期',
    en: 'The promised day lies before the visit',
  },
  'minimum-over-capacity': {
    'zh-Hans': '最低人数超过了名额',
    'zh-Hant': '最低人數超過了名額',
    en: 'The minimum is larger than the capacity',
  },
  'closes-after-start': {
    'zh-Hans': '报名截止时间晚于活动开始时间',
    'zh-Hant': '報名截止時間晚於活動開始時間',
    en: 'Sign-up closes after the activity has started',
  },
  'sign-up-closed': { 'zh-Hans': '报名已截止', 'zh-Hant': '報名已截止', en: 'Sign-up is closed' },
  'not-signed-up': { 'zh-Hans': '没有报名记录', 'zh-Hant': '沒有報名記錄', en: 'This person has not signed up' },
  'already-attended': {
    'zh-Hans': '已经签到，不能取消报名',
    'zh-Hant': '已經簽到，不能取消報名',
    en: 'This person was there; the sign-up cannot be cancelled',
  },
  'activity-over': { 'zh-Hans': '活动已经结束', 'zh-Hant': '活動已經結束', en: 'The activity is over' },
  'check-in-too-early': {
    'zh-Hans': '活动当天才能签到',
    'zh-Hant': '活動當天才能簽到',
    en: 'Check-in starts on the day of the activity',
  },
  'check-in-too-late': {
    'zh-Hans': '活动已过去一周以上，不能补签',
    'zh-Hant': '活動已過去一週以上，不能補簽',
    en: 'The activity was more than a week ago',
  },
  'person-left': { 'zh-Hans': '此人已离开企业', 'zh-Hant': '此人已離開企業', en: 'This person has left the firm' },
  'unknown-person': {
    'zh-Hans': '该企业花名册中没有此人',
    'zh-Hant': '該企業花名冊中沒有此人',
    en: 'This person is not on the roster of the firm',
  },
};
