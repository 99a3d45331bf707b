import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure, Loading } from './states.tsx';

interface Asked<Data> {
  readonly data: Data | undefined;
  readonly isPending: boolean;
  readonly isError: boolean;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

interface Props<Data> {
  readonly query: Asked<Data>;
  /** How many grey bones stand in for it while it loads, and how high each is, px. */
  readonly rows: number;
  readonly height: number;
  /** A link on from what was not found. */
  readonly wayOut?: ReactNode;
  readonly children: (data: Data) => ReactNode;
}

/** What was asked for: bones, a failure, or itself. A later look that fails takes nothing away, least of all an open form. */
export function Shown<Data>({ query, rows, height, wayOut, children }: Props<Data>) {
  const { t } = useTranslation();
  if (query.data !== undefined)
    return (
      <>
        {query.isError ? (
          <p className="muted" role="status">
            {t('frame.stale')}
          </p>
        ) : null}
        {children(query.data)}
      </>
    );
  if (query.isPending) return <Loading rows={rows} height={height} />;
  return <Failure error={query.error} wayOut={wayOut} onRetry={() => void query.refetch()} />;
}
