import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { usePageTitle } from '../look/page-title.ts';
import { Empty } from '../look/states.tsx';

export function NotFound() {
  const { t } = useTranslation();
  usePageTitle(t('frame.notFound'));
  return (
    <Empty icon="search" title={t('frame.notFound')}>
      <Link to="/" className="button ghost">
        {t('frame.home')}
      </Link>
    </Empty>
  );
}
