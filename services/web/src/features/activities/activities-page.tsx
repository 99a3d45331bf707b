import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazySheet } from '../../look/lazy-sheet.tsx';
import { usePageTitle } from '../../look/page-title.ts';
import { Shown } from '../../look/shown.tsx';
import { Empty } from '../../look/states.tsx';
import { useMay } from '../session/session-api.ts';
import { useFirmCard } from '../firm/firm-api.ts';
import { useActivities } from './activities-api.ts';
import { Turnout, When } from './activity-words.tsx';

/** Few publish and many look: the form loads when it is opened. */
const PublishSheet = lazySheet(async () => (await import('./publish-sheet.tsx')).PublishSheet);

export function ActivitiesPage() {
  const { t } = useTranslation();
  usePageTitle(t('place.activities'));
  const may = useMay();
  const [publishing, setPublishing] = useState(false);
  const invited = useSearch({ from: '/signed-in/activities' });
  const list = useActivities();
  const activities = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <div className="page">
      <div className="bar">
        <h1>{t('place.activities')}</h1>
        <span className="grow" />
        {may('activity.publish') ? (
          <button
            type="button"
            className="button"
            onClick={() => {
              setPublishing(true);
            }}
          >
            {t('activity.publish')}
          </button>
        ) : null}
      </div>
      {invited.firm === undefined ? null : <Inviting enterpriseId={invited.firm} />}
      <Shown query={list} rows={3} height={130}>
        {() =>
          activities.length === 0 ? (
            <Empty icon="activities" title={t('activity.none')} />
          ) : (
            <ul className="activity-grid">
              {activities.map((activity) => (
                <li key={activity.activityId}>
                  <Link
                    to="/activities/$activityId"
                    params={{ activityId: activity.activityId }}
                    search={invited}
                    className="card card-link"
                  >
                    <div className="spread">
                      <b className="big">{activity.title}</b>
                      <span className="tag">{t(`theme.${activity.theme}`)}</span>
                    </div>
                    <p className="sub">
                      <When {...activity} />
                    </p>
                    <Turnout {...activity} />
                  </Link>
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
      {list.hasNextPage ? (
        <div className="more">
          <button
            type="button"
            className="button ghost"
            disabled={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {t('firm.timeline.more')}
          </button>
        </div>
      ) : null}
      {publishing ? (
        <PublishSheet
          onClose={() => {
            setPublishing(false);
          }}
        />
      ) : null}
    </div>
  );
}

/** For whom somebody came here from a firm's page; the activity that is opened then has this firm first. */
function Inviting({ enterpriseId }: { readonly enterpriseId: string }) {
  const { t } = useTranslation();
  const name = useFirmCard(enterpriseId).data?.name;
  if (name === undefined) return null;
  return (
    <p className="inset inviting">
      {t('activity.inviting')}{' '}
      <Link to="/enterprises/$enterpriseId" params={{ enterpriseId }} className="firm-name">
        {name}
      </Link>
    </p>
  );
}
