import type { MessageCatalogue } from '@qucheng/service-kit';

export const messages: MessageCatalogue = {
  'cursor-invalid': {
    'zh-Hans': '翻页位置已失效，请从第一页重新查看',
    'zh-Hant': '翻頁位置已失效，請從第一頁重新查看',
    en: 'This page position is no longer valid, start again from the first page',
  },
  'too-many-viewers': {
    'zh-Hans': '同时查看的人太多，几秒后会自动重连',
    'zh-Hant': '同時查看的人太多，幾秒後會自動重連',
    en: 'Too many viewers at the moment, reconnecting in a few seconds',
  },
};
