import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, today } from '../../language/dates.ts';
import { ProblemLine } from '../../look/problem-line.tsx';
import { toast } from '../../look/toast.tsx';
import type { FollowUpItem } from '../../requests/shapes.ts';
import { useWrite } from '../../requests/write.ts';
import { useNames } from '../directory/directory-api.ts';
import { DueTag } from '../firms/due-tag.tsx';
import { followUpTitle } from '../firms/firm-bits.tsx';
import { useMay } from '../session/session-api.ts';
import { useFirmFollowUps } from '../today/follow-ups-api.ts';
import { SnoozeSheet } from '../today/snooze-sheet.tsx';

interface Props {
  readonly enterpriseId: string;
  readonly onVisit: () => void;
}

/** What was promised, until when, by whom and why; the rest of the promises below in one line each. */
export function NextStepCard({ enterpriseId, onVisit }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const list = useFirmFollowUps(enterpriseId);
  const open = (list.data?.pages.flatMap(({ items }) => items) ?? [])
    .filter(({ status }) => status !== 'done')
    .sort((a, b) => a.dueOn.localeCompare(b.dueOn));
  const [first, ...others] = open;
  return (
    <section className={first && first.dueOn <= addDays(today(), 1) ? 'card due' : 'card'} aria-labelledby="next-title">
      <h2 id="next-title" className="sub plain">
        {t('firm.next.title')}
      </h2>
      {first ? (
        <FirstStep followUp={first} onVisit={onVisit} />
      ) : (
        <>
          <p className="sub">{list.isPending ? t('frame.loading') : t('firm.next.none')}</p>
          {may('visit.log') ? (
            <div className="row actions">
              <button type="button" className="button ghost small" data-key="visit" onClick={onVisit}>
                {t('action.log-visit')}
              </button>
            </div>
          ) : null}
        </>
      )}
      {others.length > 0 ? (
        <ul className="others">
          {others.map((other) => (
            <li key={other.followUpId} className="spread">
              <span className="sub">{followUpTitle(other, t)}</span>
              <DueTag on={other.dueOn} />
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

function FirstStep({ followUp, onVisit }: { readonly followUp: FollowUpItem; readonly onVisit: () => void }) {
  const { t } = useTranslation();
  const names = useNames();
  const may = useMay();
  const [snoozing, setSnoozing] = useState(false);
  const title = followUpTitle(followUp, t);
  const done = useWrite<object>(
    () => `/follow-ups/${followUp.followUpId}/done`,
    () => {
      toast(t('followUp.doneToast'));
    },
  );
  return (
    <>
      <div className="spread">
        <b>{title}</b>
        <DueTag on={followUp.dueOn} />
      </div>
      <p className="sub">{names.account(followUp.assigneeId)}</p>
      {followUp.because ? <p className="muted">{t('followUp.because', { because: followUp.because })}</p> : null}
      <div className="row actions">
        {may('visit.log') ? (
          <button type="button" className="button small" data-key="visit" onClick={onVisit}>
            {t('action.log-visit')}
          </button>
        ) : null}
        {may('followUp.complete') ? (
          <>
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
                setSnoozing(true);
              }}
            >
              {t('followUp.snooze')}
            </button>
          </>
        ) : null}
      </div>
      <ProblemLine problem={done.problem} />
      {snoozing ? (
        <SnoozeSheet
          followUpId={followUp.followUpId}
          title={title}
          dueOn={followUp.dueOn}
          onClose={() => {
            setSnoozing(false);
          }}
        />
      ) : null}
    </>
  );
}
