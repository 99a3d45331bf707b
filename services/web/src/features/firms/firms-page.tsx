import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePageTitle } from '../../look/page-title.ts';
import { Shown } from '../../look/shown.tsx';
import { Empty } from '../../look/states.tsx';
import { useIsPhone } from '../../look/use-media.ts';
import { useMay } from '../session/session-api.ts';
import { FilterChips } from './filter-bar.tsx';
import { FirmCards } from './firm-cards.tsx';
import { firmFiltersOf, hasFilters, type FirmFilters } from './firm-filters.ts';
import { FirmTable } from './firm-table.tsx';
import { useFirms } from './firms-api.ts';
import { keepOrder } from './list-order.ts';
import { RegisterFirmSheet } from './register-firm-sheet.tsx';
import { SearchBox } from './search-box.tsx';

export function FirmsPage() {
  const { t } = useTranslation();
  usePageTitle(t('place.firms'));
  const may = useMay();
  const navigate = useNavigate();
  const search = useSearch({ from: '/signed-in/enterprises' });
  // The router hands on what the route left out; the server would refuse the whole list for it.
  const filters = useMemo(() => firmFiltersOf({ ...search }), [search]);
  const [registering, setRegistering] = useState(false);
  const list = useFirms(filters);
  const firms = useMemo(() => list.data?.pages.flatMap(({ items }) => items) ?? [], [list.data]);
  const total = list.data?.pages[0]?.total;
  const isPhone = useIsPhone();
  const change = (next: FirmFilters) => void navigate({ to: '/enterprises', search: next, replace: true });
  useEffect(() => {
    if (firms.length > 0)
      keepOrder({ ids: firms.map(({ enterpriseId }) => enterpriseId), total: total ?? firms.length });
  }, [firms, total]);
  const open = (enterpriseId: string) => void navigate({ to: '/enterprises/$enterpriseId', params: { enterpriseId } });
  return (
    <div className="page">
      <div className="bar">
        <h1>{t('place.firms')}</h1>
        {total === undefined ? null : <span className="muted">{t('firms.total', { total })}</span>}
        <span className="grow" />
        <SearchBox filters={filters} onChange={change} />
        {may('enterprise.register') ? (
          <button
            type="button"
            className="button ghost desk-only"
            onClick={() => {
              setRegistering(true);
            }}
          >
            {t('firms.register')}
          </button>
        ) : null}
      </div>
      <FilterChips filters={filters} onChange={change} />
      {/* While the next answer is on its way the old rows stay, and look it. */}
      <div
        className={`firm-list${isPhone ? '' : ' card flush'}${list.isPlaceholderData ? ' waiting' : ''}`}
        aria-busy={list.isPlaceholderData}
      >
        <Shown query={list} rows={8} height={isPhone ? 96 : 46}>
          {() =>
            firms.length === 0 ? (
              <NoFirms
                filtered={hasFilters(filters)}
                onClear={() => {
                  change({});
                }}
              />
            ) : isPhone ? (
              <FirmCards firms={firms} />
            ) : (
              <FirmTable
                firms={firms}
                sort={filters.sort ?? '-priority'}
                onSort={(sort) => {
                  change({ ...filters, sort });
                }}
                onOpen={open}
              />
            )
          }
        </Shown>
      </div>
      {list.hasNextPage ? (
        <div className="more">
          <button
            type="button"
            className="button ghost"
            disabled={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {list.isFetchingNextPage
              ? t('frame.loading')
              : t('firms.more', { shown: firms.length, total: total ?? '…' })}
          </button>
        </div>
      ) : null}
      {registering ? (
        <RegisterFirmSheet
          onClose={() => {
            setRegistering(false);
          }}
          onDone={open}
        />
      ) : null}
    </div>
  );
}

function NoFirms({ filtered, onClear }: { readonly filtered: boolean; readonly onClear: () => void }) {
  const { t } = useTranslation();
  const may = useMay();
  if (filtered) {
    return (
      <Empty icon="search" title={t('firms.noMatch')}>
        <button type="button" className="button ghost" onClick={onClear}>
          {t('firms.clear')}
        </button>
      </Empty>
    );
  }
  return (
    <Empty icon="firms" title={t('firms.none')}>
      {may('ledger.import') ? (
        <Link to="/imports" search={{}} className="button">
          {t('firms.importNow')}
        </Link>
      ) : null}
    </Empty>
  );
}
