import type { MissingItem, Stage } from '../requests/shapes.ts';

/** The stages in their order; a test holds this list against the contracts, whose schemas stay out of the bundle. */
export const STAGES = [
  'surveyed',
  'visited',
  'activityCovered',
  'liaisonNamed',
  'rosterVerified',
  'ready',
  'applied',
  'approved',
  'elected',
  'formed',
  'operating',
] as const satisfies readonly Stage[];

/** The nine locks of a firm's road. Reply and election share one: neither is worth a lock without the other. */
export const LOCKS = [
  { name: 'surveyed', stages: ['surveyed'] },
  { name: 'visited', stages: ['visited'] },
  { name: 'activityCovered', stages: ['activityCovered'] },
  { name: 'liaisonNamed', stages: ['liaisonNamed'] },
  { name: 'rosterVerified', stages: ['rosterVerified'] },
  { name: 'ready', stages: ['ready'] },
  { name: 'applied', stages: ['applied'] },
  { name: 'approvedAndElected', stages: ['approved', 'elected'] },
  { name: 'formed', stages: ['formed'] },
] as const satisfies readonly { name: string; stages: readonly Stage[] }[];

export type LockName = (typeof LOCKS)[number]['name'];
type Counted = Pick<MissingItem, 'have' | 'need' | 'stage'>;

export interface Lock {
  readonly name: LockName;
  readonly state: 'full' | 'now' | 'empty' | 'goal' | 'formed';
  /** 0…1, how high the water stands. */
  readonly level: number;
  /** The one count worth showing beside the name, as in 2/3. */
  readonly count: { readonly have: number; readonly need: number } | null;
}

/** A lock that is being worked on never looks untouched, and never full before it is. */
const LEAST = 0.14;
const MOST = 0.92;
/** Stages that help but do not hold up the later ones. */
const OPTIONAL: readonly Stage[] = ['activityCovered', 'liaisonNamed'];

const shortage = ({ have, need }: Counted) =>
  have !== undefined && need !== undefined && have < need ? { have, need } : null;

function levelOf(done: number, of: number, missing: readonly Counted[]): number {
  const shares = missing.flatMap((item) => {
    const short = shortage(item);
    return short ? [short.have / short.need] : [];
  });
  const part = shares.length > 0 ? shares.reduce((sum, share) => sum + share, 0) / missing.length : 0;
  return Math.min(MOST, Math.max(LEAST, (done + part) / of));
}

/** The stage being worked on: the first open one on the way; once the roster is verified, what founds comes before what helps. */
function stageNow({ filled, towards, missing }: Road): Stage | null {
  if (towards === null) return null;
  const [first] = missing;
  if (first?.stage) return first.stage;
  const way = STAGES.slice(0, STAGES.indexOf(towards) + 1).filter((stage) => !filled.includes(stage));
  const musts = way.filter((stage) => !OPTIONAL.includes(stage));
  return (filled.includes('rosterVerified') ? musts[0] : way[0]) ?? way[0] ?? null;
}

export interface Road {
  readonly filled: readonly Stage[];
  readonly towards: Stage | null;
  readonly missing: readonly Counted[];
}

/** How full each lock of the channel is, from the stages that hold, the stage aimed at and what is missing for it. */
export function locksOf(road: Road): Lock[] {
  const now = stageNow(road);
  const missing = road.missing.filter(({ stage }, index) => (stage === undefined ? index === 0 : stage === now));
  return LOCKS.map(({ name, stages }): Lock => {
    const done = stages.filter((stage) => road.filled.includes(stage)).length;
    if (done === stages.length) return { name, state: name === 'formed' ? 'formed' : 'full', level: 1, count: null };
    const isNow = now !== null && (stages as readonly Stage[]).includes(now); // a tuple of stages is a list of stages
    if (isNow) return { name, state: 'now', level: levelOf(done, stages.length, missing), count: countOf(missing) };
    return { name, state: name === 'formed' ? 'goal' : 'empty', level: done / stages.length, count: null };
  });
}

/** Only small numbers read well on a lock; days and percentages do not belong there. */
function countOf(missing: readonly Counted[]): Lock['count'] {
  return missing.map(shortage).find((short) => short !== null && short.need <= 99) ?? null;
}
