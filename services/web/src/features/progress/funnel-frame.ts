import type { FunnelView, Stage } from '../../requests/shapes.ts';

/** Guards against frames of another kind on the same stream; the shape itself is the contracts' business. */
export function isFunnel(frame: unknown): frame is FunnelView {
  return (
    typeof frame === 'object' && frame !== null && 'steps' in frame && Array.isArray(frame.steps) && 'total' in frame
  );
}

/** The six reaches of the water. The rest of the road is visible on each firm's own channel. */
export const REACHES = [
  'surveyed',
  'visited',
  'activityCovered',
  'rosterVerified',
  'ready',
  'formed',
] as const satisfies readonly Stage[];

export interface Step {
  readonly stage: Stage;
  readonly reached: number;
  readonly enteredThisMonth: number;
  readonly medianDays: number | null;
  readonly listUrl: string;
}

export function reachesOf(funnel: FunnelView): Step[] {
  return REACHES.flatMap((stage) => funnel.steps.filter((step) => step.stage === stage));
}

/** One decimal, without a figure that pretends to be a share of nothing. */
export function percent(numerator: number, denominator: number): string {
  return denominator === 0 ? '—' : `${((100 * numerator) / denominator).toFixed(1)}%`;
}

/** Rule versions are `<from>/<key>#<n>`; the day is what a reader can use. */
export const ruleDay = (version: string): string => version.split('/')[0] ?? version;

export const share = (part: number, of: number): number => (of === 0 ? 0 : part / of);
