import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { deviceStorage } from '../device/device-storage.ts';

export const LANGUAGES = ['zh-Hans', 'zh-Hant', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each catalogue is its own chunk: a phone loads one language. */
const catalogues: Record<Language, () => Promise<{ default: object }>> = {
  'zh-Hans': () => import('./zh-hans/index.ts'),
  'zh-Hant': () => import('./zh-hant/index.ts'),
  en: () => import('./en/index.ts'),
};

const STORED = 'qucheng.language';

export function chooseLanguage(stored: string | null, wished: readonly string[]): Language {
  const known = LANGUAGES.find((language) => language === stored);
  if (known) return known;
  for (const wish of wished) {
    if (/^zh-(hant|tw|hk|mo)/i.test(wish)) return 'zh-Hant';
    if (/^zh/i.test(wish)) return 'zh-Hans';
    if (/^en/i.test(wish)) return 'en';
  }
  return 'zh-Hans';
}

export function currentLanguage(): Language {
  return LANGUAGES.find((language) => language === i18next.language) ?? 'zh-Hans';
}

async function load(language: Language): Promise<void> {
  if (i18next.hasResourceBundle(language, 'translation')) return;
  const { default: texts } = await catalogues[language]();
  i18next.addResourceBundle(language, 'translation', texts);
}

export async function startLanguage(): Promise<void> {
  const language = chooseLanguage(deviceStorage.getItem(STORED), navigator.languages);
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: {},
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  await load(language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

export async function switchLanguage(language: Language): Promise<void> {
  await load(language);
  deviceStorage.setItem(STORED, language);
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
}
