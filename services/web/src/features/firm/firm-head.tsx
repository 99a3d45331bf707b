import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Channel } from '../../look/channel.tsx';
import { Icon } from '../../look/icons.tsx';
import type { FirmCard } from '../../requests/shapes.ts';
import { keptOrder, neighboursOf } from '../firms/list-order.ts';
import { useNames } from '../directory/directory-api.ts';
import { useFormation } from './firm-api.ts';

export function FirmHead({ firm }: { readonly firm: FirmCard }) {
  const { t } = useTranslation();
  const names = useNames();
  const formation = useFormation(firm.enterpriseId).data;
  const industry = [firm.industry, firm.serviceTrade ? t('firm.serviceTrade') : null].filter(Boolean).join(' · ');
  return (
    <>
      <div className="bar firm-bar">
        <Link to="/enterprises" search={{}} className="button quiet small sheet-back phone-only">
          <Icon name="back" size={16} />
          {t('place.firms')}
        </Link>
        <h1>{firm.name}</h1>
        {industry ? <span className="tag">{industry}</span> : null}
        {firm.attitude === 'declines' ? <span className="tag due">{t('attitude.declines')}</span> : null}
        <span className="muted">
          {[firm.creditCode ?? t('firm.noCode'), names.community(firm.communityId), firm.building]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <span className="grow" />
        <Neighbours enterpriseId={firm.enterpriseId} />
      </div>
      <section className="card channel-card" aria-label={t('firm.road')}>
        <Channel
          filled={formation?.filled ?? firm.filled}
          towards={formation ? formation.towards : firm.towards}
          missing={formation?.missing ?? firm.missing}
        />
      </section>
    </>
  );
}

function Neighbours({ enterpriseId }: { readonly enterpriseId: string }) {
  const { t } = useTranslation();
  const neighbours = neighboursOf(keptOrder(), enterpriseId);
  if (!neighbours) return null;
  const link = (id: string | null, text: string) =>
    id === null ? (
      <span className="button ghost small off">{text}</span>
    ) : (
      <Link to="/enterprises/$enterpriseId" params={{ enterpriseId: id }} className="button ghost small">
        {text}
      </Link>
    );
  return (
    <div className="row neighbours">
      <span className="muted">{t('firm.position', { position: neighbours.position, total: neighbours.total })}</span>
      {link(neighbours.previous, t('firm.previous'))}
      {link(neighbours.next, t('firm.following'))}
    </div>
  );
}
