import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ProblemLine } from '../../look/problem-line.tsx';
import { toast } from '../../look/toast.tsx';
import type { FollowUpItem } from '../../requests/shapes.ts';
import { useWrite } from '../../requests/write.ts';
import { DueTag } from '../firms/due-tag.tsx';
import { followUpTitle } from '../firms/firm-bits.tsx';
import { FirmChannel } from './firm-channel.tsx';
import type { Group } from './groups.ts';

export type OpenSheet = { readonly kind: 'visit' | 'snooze'; readonly item: FollowUpItem } | null;

interface CardProps {
  readonly item: FollowUpItem;
  readonly group: Group;
  /** Only the first of a group carries the filled button; the rest stay quiet. */
  readonly loud: boolean;
  readonly onOpen: (open: OpenSheet) => void;
}

export function FollowUpCard({ item, group, loud, onOpen }: CardProps) {
  const { t } = useTranslation();
  const done = useWrite<object>(
    () => `/follow-ups/${item.followUpId}/done`,
    () => {
      toast(t('followUp.doneToast'));
    },
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
        <button
          type="button"
          className={loud ? 'button small' : 'button ghost small'}
          {...(loud ? { 'data-key': 'visit' } : {})}
          onClick={() => {
            onOpen({ kind: 'visit', item });
          }}
        >
          {t('action.log-visit')}
        </button>
        <button
          type="button"
          className="button ghost small"
          disabled={done.sending}
          onClick={() => {
            done.send({});
          }}
        >
          {t('followUp.done')}
        </button>
        <button
          type="button"
          className="button ghost small"
          onClick={() => {
            onOpen({ kind: 'snooze', item });
          }}
        >
          {t('followUp.snooze')}
        </button>
      </div>
      <ProblemLine problem={done.problem} />
    </li>
  );
}
