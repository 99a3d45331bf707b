import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { monthAndDay, weekdayName } from '../../language/dates.ts';
import { Shown } from '../../look/shown.tsx';
import type { TimelineEntry } from '../../requests/shapes.ts';
import { useNames } from '../directory/directory-api.ts';
import { useTimeline } from './firm-api.ts';
import { toldTimeline, type Told } from './told-timeline.ts';
import { throughWord, TIMELINE_TYPES, timelineWords } from './timeline-words.ts';

export function TimelineCard({ enterpriseId }: { readonly enterpriseId: string }) {
  const { t } = useTranslation();
  const [type, setType] = useState('');
  const timeline = useTimeline(enterpriseId, type);
  return (
    <section className="card timeline" aria-labelledby="timeline-title">
      <div className="spread">
        <h2 id="timeline-title">{t('firm.timeline.title')}</h2>
        <label className="chip picks quiet-chip">
          <span className="sr-only">{t('firm.timeline.filter')}</span>
          <span aria-hidden="true">{type === '' ? t('firms.any') : t(`eventTitle.${type}`)}</span>
          <select
            value={type}
            onChange={(event) => {
              setType(event.target.value);
            }}
          >
            <option value="">{t('firms.any')}</option>
            {TIMELINE_TYPES.map((each) => (
              <option key={each} value={each}>
                {t(`eventTitle.${each}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <Shown query={timeline} rows={4} height={42}>
        {({ pages }) => <Entries entries={pages.flatMap(({ items }) => items)} />}
      </Shown>
      {timeline.hasNextPage ? (
        <button
          type="button"
          className="button ghost small"
          disabled={timeline.isFetchingNextPage}
          onClick={() => void timeline.fetchNextPage()}
        >
          {t('firm.timeline.more')}
        </button>
      ) : null}
    </section>
  );
}

function Entries({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  const { t } = useTranslation();
  const told = toldTimeline(entries);
  if (told.length === 0) return <p className="sub">{t('firm.timeline.none')}</p>;
  return (
    <ol className="stream">
      {told.map((each) => (
        <Entry key={each.entry.eventId} told={each} />
      ))}
    </ol>
  );
}

function Entry({ told: { entry, times, stage } }: { readonly told: Told }) {
  const { t } = useTranslation();
  const names = useNames();
  const words = timelineWords(entry, { t, day: monthAndDay, account: names.account });
  const foot = [
    `${monthAndDay(entry.on)} ${weekdayName(entry.on)}`,
    names.account(entry.by),
    throughWord(entry.through, t),
  ].filter((part) => part !== '' && part !== '—');
  const formed = entry.type === 'BranchFormed';
  const tag = words.tag ?? (stage === null ? null : t(`stage.${stage}`));
  return (
    <li className={formed ? 'formed' : ''}>
      <b>
        {words.title}
        {times > 1 ? ` ${t('event.people', { n: times })}` : ''}
      </b>{' '}
      <span>{words.text}</span> {tag === null ? null : <span className={formed ? 'tag red' : 'tag'}>{tag}</span>}
      <div className="muted">{foot.join(' · ')}</div>
    </li>
  );
}
