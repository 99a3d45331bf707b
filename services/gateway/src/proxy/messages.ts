import type { MessageCatalogue } from '@qucheng/service-kit/process';

/** What only the gateway answers; the rest comes from the service kit. */
export const MESSAGES: MessageCatalogue = {
  'web-not-built': {
    'zh-Hans': '网页尚未构建',
    'zh-Hant': '網頁尚未建置',
    en: 'The web has not been built yet',
  },
};
