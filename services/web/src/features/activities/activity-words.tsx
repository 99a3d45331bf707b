import { useTranslation } from 'react-i18next';
import { clock, dayOf, monthAndDay, weekdayName } from '../../language/dates.ts';
import type { ActivityItem } from '../../requests/shapes.ts';

type Facts = Pick<
  ActivityItem,
  'startsAt' | 'closesAt' | 'place' | 'fee' | 'capacity' | 'minimum' | 'signedUp' | 'waiting' | 'attended'
>;

export function When({ startsAt, place }: Facts) {
  const day = dayOf(startsAt);
  return (
    <span>
      {monthAndDay(day)} {weekdayName(day)} {clock(startsAt)} · {place}
    </span>
  );
}

/** How many are still missing for it to take place; afterwards who came. */
export function Turnout(activity: Facts) {
  const { t } = useTranslation();
  const { signedUp, minimum, capacity, attended, waiting, closesAt, fee } = activity;
  // Who comes without signing up is as welcome: the roll is then longer than the list.
  const [taken, of] = attended > 0 ? [attended, Math.max(attended, signedUp)] : [signedUp, minimum];
  const share = Math.min(1, taken / Math.max(1, of));
  const closes = dayOf(closesAt);
  const words =
    attended > 0
      ? t('activity.attended', { n: attended })
      : signedUp >= minimum
        ? t('activity.takesPlace')
        : t('activity.toGo', { n: minimum - signedUp });
  return (
    <div className="turnout">
      <div className="spread">
        <b>{words}</b>
        <span className="sub">
          {attended > 0 ? t('activity.signedUp', { n: signedUp }) : `${String(taken)} / ${String(of)}`}
        </span>
      </div>
      <div className="level" role="img" aria-label={t('activity.level', { taken, of })}>
        <i style={{ width: `${String(share * 100)}%` }} />
      </div>
      <p className="muted">
        {t('activity.terms', { day: monthAndDay(closes), time: clock(closesAt), capacity, fee: t(`fee.${fee}`) })}
        {waiting > 0 ? ` · ${t('activity.waiting', { n: waiting })}` : ''}
      </p>
    </div>
  );
}
