import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** What the tab, the history and a screen reader call the page; undefined while its name is not known. */
export function usePageTitle(name: string | undefined): void {
  const { t } = useTranslation();
  const brand = t('frame.brand');
  useEffect(() => {
    document.title = name === undefined ? brand : `${name} · ${brand}`;
  }, [name, brand]);
}
