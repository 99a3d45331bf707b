import { Link, useNavigate } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { moment } from '../../language/dates.ts';
import { usePageTitle } from '../../look/page-title.ts';
import { Shown } from '../../look/shown.tsx';
import { useIsPhone } from '../../look/use-media.ts';
import { Water } from '../../look/water.tsx';
import type { FunnelView } from '../../requests/shapes.ts';
import { withQuery } from '../../requests/request.ts';
import { filtersOfUrl, type FirmFilters } from '../firms/firm-filters.ts';
import { useMay } from '../session/session-api.ts';
import { Communities } from './communities.tsx';
import { Deciding } from './deciding.tsx';
import { percent, reachesOf, ruleDay, type Step } from './funnel-frame.ts';
import { useFunnel, useLiveFunnel } from './progress-api.ts';

export function ProgressPage() {
  const { t } = useTranslation();
  usePageTitle(t('place.progress'));
  const may = useMay();
  const funnel = useFunnel();
  const live = useLiveFunnel();
  return (
    <div className="page">
      <div className="bar">
        <h1>{t('progress.title')}</h1>
        <span className="grow" />
        {funnel.data ? (
          <span className="chip as-of" role="status">
            <i className={live ? 'beat live' : 'beat'} aria-hidden="true" />
            {t('progress.asOf')} <b>{moment(funnel.data.asOf)}</b>
            {live ? '' : t('progress.notLive')}
          </span>
        ) : null}
      </div>
      <Shown query={funnel} rows={2} height={240}>
        {(data) => (
          <>
            <FunnelCard funnel={data} />
            <Figures funnel={data} />
            <div className="progress-columns">
              <Communities funnel={data} />
              {may('formation.decide') ? <Deciding /> : null}
            </div>
          </>
        )}
      </Shown>
    </div>
  );
}

function FunnelCard({ funnel }: { readonly funnel: FunnelView }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const isPhone = useIsPhone();
  const open = (filters: FirmFilters) => void navigate({ to: '/enterprises', search: filters });
  const reaches = reachesOf(funnel).map((step) => {
    const filters = filtersOfUrl(step.listUrl);
    return {
      stage: step.stage,
      name: t(`stage.${step.stage}`),
      figure: step.reached,
      note: noteOf(step, funnel, isPhone, t),
      href: withQuery('/enterprises', { ...filters }),
      filters,
    };
  });
  return (
    <section className="card funnel-card" aria-labelledby="funnel-title">
      <div className="spread">
        <h2 id="funnel-title">{t('progress.funnel')}</h2>
        <span className="muted desk-only">
          {t('progress.foot', { total: funnel.total, version: ruleDay(funnel.ruleVersion) })}
        </span>
      </div>
      <Water
        reaches={reaches}
        total={funnel.total}
        upright={isPhone}
        onOpen={({ href }) => {
          open(filtersOfUrl(href));
        }}
      />
    </section>
  );
}

function noteOf(step: Step, { branches }: FunnelView, short: boolean, t: TFunction): string {
  if (step.stage === 'formed')
    return t(short ? 'progress.branchesShort' : 'progress.branches', {
      formed: branches.formed,
      firms: branches.firmsCovered,
    });
  const parts = [
    step.medianDays === null ? '' : t('progress.median', { days: step.medianDays }),
    step.enteredThisMonth > 0 ? t('progress.thisMonth', { n: step.enteredThisMonth }) : '',
  ];
  return parts
    .filter(Boolean)
    .slice(0, short ? 1 : 2)
    .join(' · ');
}

function Figures({ funnel }: { readonly funnel: FunnelView }) {
  const { t } = useTranslation();
  return (
    <ul className="figures">
      {funnel.figures.map(({ key, numerator, denominator, listUrl }) => (
        <li key={key}>
          <Link to="/enterprises" search={filtersOfUrl(listUrl)} className="card card-link">
            <span className="sub">{t(`figure.${key}`)}</span>
            <span className="figure">
              {percent(numerator, denominator)}{' '}
              <small>
                {numerator} / {denominator}
              </small>
            </span>
            <span className="muted">{t(`figureMeans.${key}`)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
