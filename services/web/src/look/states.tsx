import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '../requests/problem.ts';
import { Icon, type IconName } from './icons.tsx';
import { useProblemTitle } from './problem-notice.tsx';

export function Empty({
  icon = 'progress',
  title,
  children,
}: {
  readonly icon?: IconName;
  readonly title: string;
  readonly children?: ReactNode;
}) {
  return (
    <div className="nothing">
      <Icon name={icon} size={36} />
      <p>{title}</p>
      {children}
    </div>
  );
}

/** Grey bones in the shape of what comes, so that nothing jumps when it is there. */
export function Loading({ rows = 4, height = 44 }: { readonly rows?: number; readonly height?: number }) {
  const { t } = useTranslation();
  return (
    <div className="stack" role="status" aria-label={t('frame.loading')}>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className="bone" style={{ height }} />
      ))}
    </div>
  );
}

interface FailureProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
  /** Where to go on from what is not there. */
  readonly wayOut?: ReactNode;
}

/** Not allowed, not there, no network or broken: each says what to do next. */
export function Failure({ error, onRetry, wayOut }: FailureProps) {
  const { t } = useTranslation();
  const titleOf = useProblemTitle();
  const problem = problemOf(error);
  if (problem?.status === 403) return <Empty icon="settings" title={t('frame.notAllowed')} />;
  if (problem?.status === 404)
    return (
      <Empty icon="search" title={t('frame.notFound')}>
        {wayOut}
      </Empty>
    );
  return (
    <div role="alert">
      <Empty icon="close" title={problem ? titleOf(problem) : t('frame.broken')}>
        {problem?.traceId ? <p className="muted">{problem.traceId}</p> : null}
        {onRetry ? (
          <button type="button" className="button ghost" onClick={onRetry}>
            {t('frame.retry')}
          </button>
        ) : null}
      </Empty>
    </div>
  );
}
