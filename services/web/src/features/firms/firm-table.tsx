import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Channel } from '../../look/channel.tsx';
import type { FirmCard } from '../../requests/shapes.ts';
import { useNames } from '../directory/directory-api.ts';
import type { Sort } from './firm-filters.ts';
import { LastVisit, NextStep, StageTag } from './firm-bits.tsx';

interface Props {
  readonly firms: readonly FirmCard[];
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
  readonly onOpen: (enterpriseId: string) => void;
}

/** Columns that can be sorted: the first click, and the second. */
const ORDERS: Readonly<Record<string, readonly [Sort, Sort]>> = {
  firm: ['name', '-priority'],
  road: ['-stage', 'stage'],
  next: ['next', '-priority'],
  lastVisit: ['lastVisit', '-lastVisit'],
};

const ARIA_ORDER = (sort: Sort, orders: readonly [Sort, Sort] | undefined) =>
  !orders?.includes(sort) || sort === '-priority' ? 'none' : sort.startsWith('-') ? 'descending' : 'ascending';

function HeadCell({
  column,
  sort,
  onSort,
  width,
}: {
  readonly column: string;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
  readonly width?: string;
}) {
  const { t } = useTranslation();
  const orders = ORDERS[column];
  const order = ARIA_ORDER(sort, orders);
  return (
    <th scope="col" aria-sort={order} style={width ? { width } : undefined}>
      {orders ? (
        <button
          type="button"
          className="sorter"
          onClick={() => {
            onSort(sort === orders[0] ? orders[1] : orders[0]);
          }}
        >
          {t(`firms.column.${column}`)}
          <span aria-hidden="true">{order === 'none' ? '' : order === 'ascending' ? ' ↑' : ' ↓'}</span>
        </button>
      ) : (
        t(`firms.column.${column}`)
      )}
    </th>
  );
}

export function FirmTable({ firms, sort, onSort, onOpen }: Props) {
  const names = useNames();
  return (
    <table className="firm-table">
      <thead>
        <tr>
          <HeadCell column="firm" sort={sort} onSort={onSort} width="27%" />
          <HeadCell column="road" sort={sort} onSort={onSort} width="21%" />
          <HeadCell column="next" sort={sort} onSort={onSort} width="24%" />
          <HeadCell column="members" sort={sort} onSort={onSort} />
          <HeadCell column="lastVisit" sort={sort} onSort={onSort} />
          <HeadCell column="owner" sort={sort} onSort={onSort} />
        </tr>
      </thead>
      <tbody>
        {firms.map((firm) => (
          <tr
            key={firm.enterpriseId}
            onClick={() => {
              onOpen(firm.enterpriseId);
            }}
          >
            <th scope="row">
              <Link
                to="/enterprises/$enterpriseId"
                params={{ enterpriseId: firm.enterpriseId }}
                className="firm-name"
                onClick={(event) => {
                  event.stopPropagation();
                }}
              >
                {firm.name}
              </Link>
              <div className="muted">
                {[firm.industry, names.community(firm.communityId)].filter(Boolean).join(' · ')}
              </div>
            </th>
            <td>
              <div className="road">
                <StageTag firm={firm} />
                <Channel filled={firm.filled} towards={firm.towards} missing={firm.missing} small />
              </div>
            </td>
            <td>
              <NextStep firm={firm} />
            </td>
            <td>
              <b>{firm.verifiedMembers}</b> <span className="muted">/ {firm.headcounts.le35 ?? '—'}</span>
            </td>
            <td>
              <LastVisit on={firm.lastVisitOn} />
            </td>
            <td>{firm.ownerId === null ? <span className="muted">—</span> : names.account(firm.ownerId)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
