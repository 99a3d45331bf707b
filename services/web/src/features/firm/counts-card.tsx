import { useTranslation } from 'react-i18next';
import { monthAndDay } from '../../language/dates.ts';
import type { FirmCard, NextAction } from '../../requests/shapes.ts';
import { useNames } from '../directory/directory-api.ts';
import { useMay } from '../session/session-api.ts';
import { useRoster } from './firm-api.ts';

interface Props {
  readonly firm: FirmCard;
  readonly onRoster: () => void;
  readonly onAct: (action: NextAction) => void;
}

/** 底数: what the firm states, what the roster proves, and when it was last confirmed. */
export function CountsCard({ firm, onRoster, onAct }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const names = useNames();
  const roster = useRoster(firm.enterpriseId);
  const counts = roster.data?.counts;
  const rows = [
    ['staff', firm.headcounts.staff],
    ['le35', firm.headcounts.le35],
    ['le28', firm.headcounts.le28],
    ['onRoster', counts?.total ?? firm.rosterTotal],
  ] as const;
  return (
    <section className="card" aria-labelledby="counts-title">
      <div className="spread">
        <h2 id="counts-title">{t('firm.counts.title')}</h2>
        <span className="muted">
          {roster.data?.confirmedOn
            ? t('firm.counts.confirmedOn', { day: monthAndDay(roster.data.confirmedOn) })
            : t('firm.counts.neverConfirmed')}
        </span>
      </div>
      <dl className="facts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`firm.counts.${name}`)}</dt>
            <dd>{value ?? t('frame.unknown')}</dd>
          </div>
        ))}
        <div>
          <dt>{t('firm.counts.verified')}</dt>
          <dd>
            <b>{counts?.members ?? firm.verifiedMembers}</b>
            {counts && counts.unverified > 0 ? (
              <span className="muted"> {t('firm.counts.toVerify', { n: counts.unverified })}</span>
            ) : null}
          </dd>
        </div>
        <div>
          <dt>{t('firms.column.owner')}</dt>
          <dd>{names.account(firm.ownerId)}</dd>
        </div>
      </dl>
      {may('youth.read') ? (
        <div className="row actions">
          <button type="button" className="button ghost small" onClick={onRoster}>
            {t('firm.counts.openRoster')}
          </button>
          {may('youth.register') ? (
            <button
              type="button"
              className="button ghost small"
              onClick={() => {
                onAct('register-youth');
              }}
            >
              {t('action.register-youth')}
            </button>
          ) : null}
        </div>
      ) : null}
    </section>
  );
}
