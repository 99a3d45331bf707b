import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Shown } from '../../look/shown.tsx';
import { usePendingApplications } from './progress-api.ts';

/** From half of the time allowed on the tag turns amber, past it brick. */
const NEAR = 1 / 2;

/** 等你决定: what waits for the secretary, the longest first. */
export function Deciding() {
  const { t } = useTranslation();
  const list = usePendingApplications();
  const items = [...(list.data?.items ?? [])].sort((a, b) => b.daysWaiting - a.daysWaiting);
  return (
    <section className="card" aria-labelledby="deciding-title">
      <h2 id="deciding-title">{t('progress.deciding')}</h2>
      <Shown query={list} rows={2} height={28}>
        {() =>
          items.length === 0 ? (
            <p className="sub">{t('progress.nothingToDecide')}</p>
          ) : (
            <ul className="deciding">
              {items.map(({ applicationId, enterpriseId, enterpriseName, form, daysWaiting, daysAllowed }) => (
                <li key={applicationId} className="spread">
                  <Link to="/enterprises/$enterpriseId" params={{ enterpriseId }} className="firm-name">
                    {t('progress.application', { firm: enterpriseName, form: t(`branchForm.${form}`) })}
                  </Link>
                  {daysWaiting > daysAllowed ? (
                    <span className="tag late">{t('progress.overTime', { days: daysWaiting - daysAllowed })}</span>
                  ) : (
                    <span className={daysWaiting >= daysAllowed * NEAR ? 'tag due' : 'tag'}>
                      {t('progress.dayOf', { day: daysWaiting + 1, of: daysAllowed })}
                    </span>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
    </section>
  );
}
