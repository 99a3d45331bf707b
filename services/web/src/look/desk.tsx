import { legacyLogicalPropertiesTransformer, StyleProvider } from '@ant-design/cssinjs';
import { ConfigProvider } from 'antd';
import enGB from 'antd/locale/en_GB';
import zhCN from 'antd/locale/zh_CN';
import zhTW from 'antd/locale/zh_TW';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../language/language.ts';
import { useAppearance, useIsDark } from './appearance.ts';
import { antdTheme } from './theme.ts';

const LOCALES = { 'zh-Hans': zhCN, 'zh-Hant': zhTW, en: enGB } as const;

/**
 * Around the screens that use antd, loaded with them and never with a phone's first screen.
 * hashPriority "high" drops `:where`, which Chromium 87 does not know.
 */
export function Desk({ children }: { readonly children: ReactNode }) {
  useTranslation();
  const { text } = useAppearance();
  const dark = useIsDark();
  return (
    <StyleProvider hashPriority="high" transformers={[legacyLogicalPropertiesTransformer]}>
      <ConfigProvider locale={LOCALES[currentLanguage()]} theme={antdTheme(dark, text === 'large')}>
        {children}
      </ConfigProvider>
    </StyleProvider>
  );
}
