import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { moment, monthAndDay, today, weekdayName } from '../../language/dates.ts';
import { usePageTitle } from '../../look/page-title.ts';
import { Shown } from '../../look/shown.tsx';
import { Empty } from '../../look/states.tsx';
import type { FollowUpItem } from '../../requests/shapes.ts';
import { LogVisitSheet } from '../firm/visits/log-visit-sheet.tsx';
import { FollowUpCard, type OpenSheet } from './follow-up-card.tsx';
import { useMyFollowUps } from './follow-ups-api.ts';
import { countOf, groupFollowUps, GROUPS, type Group } from './groups.ts';
import { SnoozeSheet } from './snooze-sheet.tsx';

export function TodayPage() {
  const { t } = useTranslation();
  usePageTitle(t('place.today'));
  const list = useMyFollowUps();
  const [open, setOpen] = useState<OpenSheet>(null);
  const close = () => {
    setOpen(null);
  };
  const day = today();
  const groups = groupFollowUps(list.data?.pages.flatMap(({ items }) => items) ?? [], day);
  const none = GROUPS.every((group) => groups[group].length === 0);
  const seen = list.dataUpdatedAt > 0 ? new Date(list.dataUpdatedAt).toISOString() : null;
  return (
    <div className="page narrow">
      <div className="bar heads">
        <div>
          <h1>{t('place.today')}</h1>
          <p className="muted">
            {weekdayName(day)} {monthAndDay(day)}
            {seen ? ` · ${t('today.seen', { time: moment(seen) })}` : ''}
          </p>
        </div>
      </div>
      <Shown query={list} rows={4} height={92}>
        {() =>
          none ? (
            <Empty icon="done" title={t('today.none')}>
              <Link to="/enterprises" search={{ owner: 'me' }} className="button ghost">
                {t('today.myFirms')}
              </Link>
            </Empty>
          ) : (
            GROUPS.map((group) =>
              groups[group].length > 0 ? (
                <GroupOfCards
                  key={group}
                  group={group}
                  items={groups[group]}
                  count={countOf(groups, group, list.hasNextPage)}
                  onOpen={setOpen}
                />
              ) : null,
            )
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
            {t('today.more')}
          </button>
        </div>
      ) : null}
      {open?.kind === 'visit' ? (
        <LogVisitSheet
          enterpriseId={open.item.enterpriseId}
          enterpriseName={open.item.enterpriseName}
          onClose={close}
        />
      ) : null}
      {open?.kind === 'snooze' ? (
        <SnoozeSheet
          followUpId={open.item.followUpId}
          title={open.item.enterpriseName}
          dueOn={open.item.dueOn}
          onClose={close}
        />
      ) : null}
    </div>
  );
}

function GroupOfCards({
  group,
  items,
  count,
  onOpen,
}: {
  readonly group: Group;
  readonly items: readonly FollowUpItem[];
  readonly count: string;
  readonly onOpen: (open: OpenSheet) => void;
}) {
  const { t } = useTranslation();
  return (
    <section className="group" aria-label={t(`today.${group}`)}>
      <h2 className="sub">
        {t(`today.${group}`)} <span className="muted">{count}</span>
      </h2>
      <ul className="stack">
        {items.map((item, index) => (
          <FollowUpCard
            key={item.followUpId}
            item={item}
            group={group}
            loud={index === 0 && group !== 'later'}
            onOpen={onOpen}
          />
        ))}
      </ul>
    </section>
  );
}
