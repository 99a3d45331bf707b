import { Link } from '@tanstack/react-router';
import { Progress, Table, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../look/problem-notice.tsx';
import { useIsPhone } from '../../look/use-media.ts';
import { problemOf } from '../../requests/problem.ts';
import type { ImportRow, ImportView } from '../../requests/shapes.ts';
import { useCommit, useResult } from './imports-api.ts';
import { cutOf, FATES, firmsOf, rowsOfFate, startOf, worthWriting, type Fate } from './fates.ts';

export function ImportPreview({ view }: { readonly view: ImportView }) {
  const { t } = useTranslation();
  const [fate, setFate] = useState<Fate | null>(null);
  return (
    <div className="stack">
      <section className="card stack">
        <div className="spread">
          <div>
            <b className="big">{view.file}</b>
            <p className="muted">
              {/* A text file has no sheets and so no name of one. */}
              {t(view.sheet === '' ? 'imports.rows' : 'imports.sheet', { sheet: view.sheet, rows: view.counts.rows })}
            </p>
            {view.repeated > 0 ? <p className="muted">{t('imports.repeated', firmsOf(view))}</p> : null}
          </div>
          <Next view={view} />
        </div>
        <ul className="fates">
          {FATES.map((each) => (
            <li key={each}>
              <button
                type="button"
                className={`fate ${each}${fate === each ? ' on' : ''}`}
                aria-pressed={fate === each}
                onClick={() => {
                  setFate(fate === each ? null : each);
                }}
              >
                <span className="figure">{view.counts[each]}</span>
                <span>{t(`fate.${each}`)}</span>
              </button>
            </li>
          ))}
        </ul>
        {view.status === 'committing' ? (
          <Progress percent={Math.round((100 * view.done) / Math.max(1, view.counts.rows))} status="active" />
        ) : null}
        {view.failure ? (
          <p className="notice" role="alert">
            {t('imports.failed', { failure: view.failure })}
          </p>
        ) : null}
      </section>
      <Rows view={view} fate={fate} />
    </div>
  );
}

/** One filled button for where the import stands: write, look at the firms, or fix the refused rows. */
function Next({ view }: { readonly view: ImportView }) {
  const { t } = useTranslation();
  const commit = useCommit(view.importId);
  const result = useResult(view.importId);
  const problem = problemOf(commit.error ?? result.error);
  const writing = worthWriting(view);
  const start = startOf(view);
  return (
    <div className="row">
      {view.counts.refused > 0 || view.status === 'committed' ? (
        <a
          className="button ghost"
          href={`/api/imports/${view.importId}/result.xlsx`}
          onClick={(event) => {
            event.preventDefault();
            if (!result.isPending) result.mutate();
          }}
        >
          {t('imports.result')}
        </a>
      ) : null}
      <Link to="/imports" search={{}} className="button ghost">
        {t('imports.another')}
      </Link>
      {start === null ? null : (
        <button
          type="button"
          className="button"
          disabled={commit.isPending || (start === 'commit' && writing === 0)}
          onClick={() => {
            commit.mutate();
          }}
        >
          {start === 'goOn'
            ? t('imports.goOn')
            : writing === 0
              ? t('imports.nothingToWrite')
              : t('imports.commit', { n: writing })}
        </button>
      )}
      {view.status === 'committing' ? (
        <span className="tag due">{t('imports.writing', { done: view.done, rows: view.counts.rows })}</span>
      ) : null}
      {view.status === 'committed' ? (
        <Link to="/enterprises" search={{}} className="button">
          {t('imports.openFirms')}
        </Link>
      ) : null}
      {problem ? <ProblemNotice problem={problem} /> : null}
    </div>
  );
}

function Rows({ view, fate }: { readonly view: ImportView; readonly fate: Fate | null }) {
  const { t } = useTranslation();
  const cut = cutOf(view, fate);
  // Columns that stay would cover each other on a phone; there the reasons come first instead of last.
  const isPhone = useIsPhone();
  const reasons = {
    title: t('imports.why'),
    key: 'why',
    width: 280,
    ...(isPhone ? {} : { fixed: 'end' as const }),
    render: (_: unknown, { issues }: ImportRow) => <Reasons issues={issues} />,
  };
  const stays = isPhone ? {} : { fixed: 'start' as const };
  const columns = [
    { title: t('imports.row'), dataIndex: 'row', width: 70, ...stays },
    {
      title: t('imports.fate'),
      width: 100,
      ...stays,
      render: (_: unknown, { fate: of }: ImportRow) => <span className={`tag fate-tag ${of}`}>{t(`fate.${of}`)}</span>,
    },
    ...(isPhone ? [reasons] : []),
    ...view.columns.map(({ field, header }) => ({
      title: header,
      key: field,
      width: 150,
      render: (_: unknown, row: ImportRow) => <Cell row={row} field={field} header={header} />,
    })),
    ...(isPhone ? [] : [reasons]),
  ];
  return (
    <section className="card flush" aria-label={t('imports.preview')}>
      {cut === null ? null : <p className="muted cut">{t(fate === null ? 'imports.cut' : 'imports.cutOfFate', cut)}</p>}
      <Table<ImportRow>
        size="small"
        rowKey="row"
        columns={columns}
        dataSource={rowsOfFate(view.rows, fate)}
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
        scroll={{ x: 'max-content' }}
      />
    </section>
  );
}

function Cell({ row, field, header }: { readonly row: ImportRow; readonly field: string; readonly header: string }) {
  const issue = row.issues.find(({ column }) => column === field || column === header);
  const value = row.values[field] ?? row.values[header] ?? '';
  if (!issue) return <span>{value}</span>;
  return (
    <Tooltip title={`${issue.cell} · ${issue.message}`}>
      <span className={issue.severity === 'error' ? 'cell-error' : 'cell-warning'} tabIndex={0}>
        {value === '' ? '—' : value}
      </span>
    </Tooltip>
  );
}

function Reasons({ issues }: { readonly issues: ImportRow['issues'] }) {
  return (
    <ul>
      {issues.map(({ cell, code, severity, message }) => (
        <li key={cell + code} className={severity === 'error' ? 'late-text' : 'sub'}>
          {cell} {message}
        </li>
      ))}
    </ul>
  );
}
