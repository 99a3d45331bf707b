import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../look/icons.tsx';
import { Shown } from '../../look/shown.tsx';
import { usePageTitle } from '../../look/page-title.ts';
import { SearchInput } from '../../look/search-input.tsx';
import type { ActivityView } from '../../requests/shapes.ts';
import { firmFiltersOf } from '../firms/firm-filters.ts';
import { useFirms } from '../firms/firms-api.ts';
import { useActivity } from './activities-api.ts';
import { Turnout, When } from './activity-words.tsx';
import { FirmRollCall } from './firm-roll-call.tsx';
import type { InvitedFirm } from './invited-firm.ts';

export function ActivityPage() {
  const { activityId } = useParams({ from: '/signed-in/activities/$activityId' });
  const { t } = useTranslation();
  const invited = useSearch({ from: '/signed-in/activities/$activityId' });
  const activity = useActivity(activityId);
  usePageTitle(activity.data?.title);
  return (
    <div className="page">
      <Shown
        query={activity}
        rows={3}
        height={120}
        wayOut={
          <Link to="/activities" search={invited} className="button ghost">
            {t('activity.backToList')}
          </Link>
        }
      >
        {(data) => <OneActivity activity={data} invited={invited} />}
      </Shown>
    </div>
  );
}

interface Props {
  readonly activity: ActivityView;
  readonly invited: InvitedFirm;
}

function OneActivity({ activity, invited }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <div className="banner">
        <Link to="/activities" search={invited} className="banner-back">
          <Icon name="back" size={16} />
          {t('place.activities')}
        </Link>
        <div>{t(`theme.${activity.theme}`)}</div>
        <h1>{activity.title}</h1>
        <div>
          <When {...activity} />
        </div>
      </div>
      <div className="activity-columns">
        <section className="card">
          <Turnout {...activity} />
        </section>
        <Roll activity={activity} invited={invited} />
      </div>
    </>
  );
}

/** Sign-up and sign-in go firm by firm, because that is how people come and how rosters are kept. */
function Roll({ activity, invited }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [picked, setPicked] = useState<readonly string[]>(invited.firm === undefined ? [] : [invited.firm]);
  const [asked, setAsked] = useState('');
  const filters = firmFiltersOf({ q: asked });
  const searching = filters.q !== undefined && text.trim() !== '';
  const found = useFirms(filters, searching);
  const firms = found.data?.pages.flatMap(({ items }) => items) ?? [];
  const withPeople = [...new Set(activity.people.map(({ enterpriseId }) => enterpriseId))];
  const shown = [...new Set([...picked, ...withPeople])];
  return (
    <section className="card stack" aria-labelledby="roll-title">
      <h2 id="roll-title">{t('activity.roll')}</h2>
      <SearchInput label={t('activity.findFirm')} text={text} wide onType={setText} onAsk={setAsked} />
      {searching ? (
        <ul className="row">
          {firms.slice(0, 6).map(({ enterpriseId, name }) => (
            <li key={enterpriseId}>
              <button
                type="button"
                className="chip"
                onClick={() => {
                  setPicked([enterpriseId, ...picked.filter((id) => id !== enterpriseId)]);
                  setText('');
                  setAsked('');
                }}
              >
                {name}
              </button>
            </li>
          ))}
          {found.isSuccess && !found.isPlaceholderData && firms.length === 0 ? (
            <li className="muted">{t('firms.noMatch')}</li>
          ) : null}
        </ul>
      ) : null}
      {shown.length === 0 ? (
        <p className="sub">{t('activity.rollEmpty')}</p>
      ) : (
        shown.map((enterpriseId) => <FirmRollCall key={enterpriseId} activity={activity} enterpriseId={enterpriseId} />)
      )}
    </section>
  );
}
