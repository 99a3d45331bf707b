import { useTranslation } from 'react-i18next';
import { daysBetween, monthAndDay, today } from '../../language/dates.ts';
import type { FirmCard } from '../../requests/shapes.ts';
import { DueTag } from './due-tag.tsx';
import { missingWords } from './missing-words.ts';

export function StageTag({ firm }: { readonly firm: Pick<FirmCard, 'stage'> }) {
  const { t } = useTranslation();
  const formed = firm.stage === 'formed' || firm.stage === 'operating';
  return <span className={formed ? 'tag red' : 'tag'}>{t(`stage.${firm.stage}`)}</span>;
}

/** What comes next: the promise that is due, else the first thing that is missing. */
export function NextStep({ firm }: { readonly firm: FirmCard }) {
  const { t, i18n } = useTranslation();
  const [first] = firm.missing;
  if (firm.next) {
    return (
      <span className="row">
        <DueTag on={firm.next.dueOn} />
        {followUpTitle(firm.next, t)}
      </span>
    );
  }
  if (!first) return <span className="muted">—</span>;
  return <span className="sub">{missingWords(first, t, i18n)}</span>;
}

export function followUpTitle(
  followUp: { readonly kind: string; readonly promise: string | null },
  t: (key: string) => string,
): string {
  return followUp.promise ? t(`promise.${followUp.promise}`) : t(`followUp.${followUp.kind}`);
}

export function LastVisit({ on }: { readonly on: string | null }) {
  const { t } = useTranslation();
  if (on === null) return <span className="muted">{t('firms.neverVisited')}</span>;
  return <span title={t('firms.daysAgo', { days: daysBetween(on, today()) })}>{monthAndDay(on)}</span>;
}
