import { useTranslation } from 'react-i18next';
import { addDays, daysBetween, monthAndDay, today, weekdayName } from '../../language/dates.ts';

/** A due day in words: late in brick, near in amber, later in water. The words alone carry the meaning. */
export function DueTag({ on }: { readonly on: string }) {
  const { t } = useTranslation();
  const now = today();
  const days = daysBetween(now, on);
  if (days < 0) return <span className="tag late">{t('due.late', { days: -days })}</span>;
  if (days === 0) return <span className="tag due">{t('due.today')}</span>;
  if (days === 1) return <span className="tag due">{t('due.tomorrow')}</span>;
  return <span className="tag">{days < 7 && on <= addDays(now, 6) ? weekdayName(on) : monthAndDay(on)}</span>;
}
