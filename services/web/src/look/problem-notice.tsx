import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../requests/shapes.ts';

export function useProblemTitle(): (problem: Problem) => string {
  const { t, i18n } = useTranslation();
  return (problem) => {
    if (problem.title !== '') return problem.title;
    return i18n.exists(`problem.${problem.code}`)
      ? t(`problem.${problem.code}`)
      : t('problem.unknown', { code: problem.code });
  };
}

/** A refusal in place: what it says, which fields it means, and everything that is missing with the rule behind it. */
export function ProblemNotice({ problem }: { readonly problem: Problem }) {
  const titleOf = useProblemTitle();
  const notice = useRef<HTMLDivElement>(null);
  // A form longer than the screen would keep it below the edge.
  useEffect(() => {
    notice.current?.scrollIntoView({ block: 'nearest' });
  }, [problem]);
  return (
    <div className="notice" role="alert" ref={notice}>
      <b>{titleOf(problem)}</b>
      <ul>
        {problem.fields?.map(({ path, message }) => (
          <li key={path + message}>{message}</li>
        ))}
        {problem.missing?.map(({ code, label, rule }, index, all) => (
          <li key={code + label}>
            {label}
            {rule && rule.text !== all[index - 1]?.rule?.text ? (
              <span className="why">
                {' '}
                {rule.text} {rule.source}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Message of the field at `path`, for showing right under its input. */
export function fieldMessage(problem: Problem | null, path: string): string | undefined {
  return problem?.fields?.find((field) => field.path === path || field.path.endsWith(`.${path}`))?.message;
}
