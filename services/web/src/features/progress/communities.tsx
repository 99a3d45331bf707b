import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ShareChannel } from '../../look/channel.tsx';
import type { FunnelView } from '../../requests/shapes.ts';
import { useNames } from '../directory/directory-api.ts';
import { NO_COMMUNITY, type FirmFilters } from '../firms/firm-filters.ts';
import { share } from './funnel-frame.ts';

export function Communities({ funnel }: { readonly funnel: FunnelView }) {
  const { t } = useTranslation();
  const names = useNames();
  const rows = [...funnel.communities].sort((a, b) => b.total - a.total);
  return (
    <section className="card" aria-labelledby="communities-title">
      <h2 id="communities-title">{t('progress.communities')}</h2>
      <table className="communities">
        <thead>
          <tr className="muted">
            <th scope="col">{t('progress.community')}</th>
            <th scope="col">{t('progress.firms')}</th>
            <th scope="col">{t('progress.road')}</th>
            <th scope="col">{t('progress.overdue')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ communityId, total, visited, covered, formed, overdue }) => {
            const search: FirmFilters = { community: communityId ?? NO_COMMUNITY };
            return (
              <tr key={communityId ?? 'none'}>
                <th scope="row">
                  <Link to="/enterprises" search={search}>
                    {names.community(communityId)}
                  </Link>
                </th>
                <td>{total}</td>
                <td>
                  <ShareChannel
                    shares={[visited, covered, formed].map((part) => share(part, total))}
                    label={t('progress.roadLabel', { visited, covered, formed, total })}
                  />
                </td>
                <td>
                  <Link
                    to="/enterprises"
                    search={{ ...search, overdue: 'true' }}
                    className={overdue > 0 ? 'tag late' : 'tag plain'}
                  >
                    {overdue}
                  </Link>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
