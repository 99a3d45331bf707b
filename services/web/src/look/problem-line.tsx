import type { Problem } from '../requests/shapes.ts';
import { useProblemTitle } from './problem-notice.tsx';

/** One line beside the button that did not do it; always mounted, so that it is read out when it comes. */
export function ProblemLine({ problem }: { readonly problem: Problem | null }) {
  const titleOf = useProblemTitle();
  return (
    <span className="late-text" role="alert">
      {problem === null ? null : titleOf(problem)}
    </span>
  );
}
