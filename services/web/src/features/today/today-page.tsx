import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clock, dayOf, monthAndDay, today, weekdayName } from '../../language/dates.ts';
import { Empty, Failure, Loading } from '../../look/states.tsx';
import { toast } from '../../look/toast.tsx';
import type { FollowUpItem } from '../../requests/shapes.ts';
import { useWrite } from '../../requests/write.ts';
import { followUpTitle } from '../firms/firm-bits.tsx';
import { DueTag } from '../firms/due-tag.tsx';
import { LogVisitSheet } from '../firm/visits/log-visit-sheet.tsx';
import { FirmChannel } from './firm-channel.tsx';
import { useMyFollowUps } from './follow-ups-api.ts';
import { groupFollowUps, GROUPS, type Group } from './groups.ts';
import { SnoozeSheet } from './snooze-sheet.tsx';

type Open = { readonly kind: 'visit' | 'snooze'; readonly item: FollowUpItem } | null;

export function TodayPage() {
  const { t } = useTranslation();
  const list = useMyFollowUps();
  const [open, setOpen] = useState<Open>(null);
  const close = () => { setOpen(null); };
  const day = today();
  const groups = groupFollowUps(list.data?.items ?? [], day);
  const none = GROUPS.every((group) => groups[group].length === 0);
  const seen = list.dataUpdatedAt > 0 ? new Date(list.dataUpdatedAt).toISOString() : null;
  return (
    <div className="page narrow">
      <div className="bar heads">
        <div>
          <h1>{t('place.today')}</h1>
          <p className="muted">
            {weekdayName(day)} {monthAndDay(day)}
            {seen ? ` · ${t('today.seen', { time: dayOf(seen) === day ? clock(seen) : monthAndDay(dayOf(seen)) })}` : ''}
          </p>
        </div>
      </div>
      {list.isPending ? (
        <Loading rows={4} height={92} />
      ) : list.isError && !list.data ? (
        <Failure error={list.error} onRetry={() => void list.refetch()} />
      ) : none ? (
        <Empty icon="done" title={t('today.none')}>
          <Link to="/enterprises" search={{ owner: 'me' }} className="button ghost">
            {t('today.myFirms')}
          </Link>
        </Empty>
      ) : (
        GROUPS.map((group) => (groups[group].length > 0 ? <GroupOfCards key={group} group={group} items={groups[group]} onOpen={setOpen} /> : null))
      )}
      {open?.kind === 'visit' ? <LogVisitSheet enterpriseId={open.item.enterpriseId} enterpriseName={open.item.enterpriseName} onClose={close} /> : null}
      {open?.kind === 'snooze' ? <SnoozeSheet followUpId={open.item.followUpId} title={open.item.enterpriseName} onClose={close} /> : null}
    </div>
  );
}

function GroupOfCards({ group, items, onOpen }: { readonly group: Group; readonly items: readonly FollowUpItem[]; readonly onOpen: (open: Open) => void }) {
  const { t } = useTranslation();
  return (
    <section className="group" aria-label={t(`today.${group}`)}>
      <h2 className="sub">
        {t(`today.${group}`)} <span className="muted">{items.length}</span>
      </h2>
      <ul className="stack">
        {items.map((item, index) => (
          <FollowUpCard key={item.followUpId} item={item} group={group} loud={index === 0 && group !== 'later'} onOpen={onOpen} />
        ))}
      </ul>
    </section>
  );
}

interface CardProps {
  readonly item: FollowUpItem;
  readonly group: Group;
  /** Only the first of a group carries the filled button; the rest stay quiet. */
  readonly loud: boolean;
  readonly onOpen: (open: Open) => void;
}

function FollowUpCard({ item, group, loud, onOpen }: CardProps) {
  const { t } = useTranslation();
  const done = useWrite<object>(
    () => `/follow-ups/${item.followUpId}/done`,
    () => { toast(t('followUp.doneToast')); },
  );
  const edge = group === 'late' ? ' edge-late' : group === 'due' ? ' edge-due' : '';
  return (
    <li className={`card${edge}`}>
      <div className="spread">
        <Link to="/enterprises/$enterpriseId" params={{ enterpriseId: item.enterpriseId }} className="firm-name">
          {item.enterpriseName}
        </Link>
        <DueTag on={item.dueOn} />
      </div>
      <p className="sub">{followUpTitle(item, t)}</p>
      {item.because ? <p className="muted">{t('followUp.because', { because: item.because })}</p> : null}
      <FirmChannel enterpriseId={item.enterpriseId} />
      <div className="row actions">
        <button type="button" className={loud ? 'button small' : 'button ghost small'} {...(loud ? { 'data-key': 'visit' } : {})} onClick={() => { onOpen({ kind: 'visit', item }); }}>
          {t('action.log-visit')}
        </button>
        <button type="button" className="button ghost small" disabled={done.sending} onClick={() => { done.send({}); }}>
          {t('followUp.done')}
        </button>
        <button type="button" className="button ghost small" onClick={() => { onOpen({ kind: 'snooze', item }); }}>
          {t('followUp.snooze')}
        </button>
      </div>
      {done.problem ? <p className="late-text">{done.problem.title || t('problem.no-network')}</p> : null}
    </li>
  );
}
