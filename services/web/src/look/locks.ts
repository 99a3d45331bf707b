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
type Counted = Pick<MissingItem, 'have' | 'need'>;

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

function levelOf(done: number, of: number, missing: readonly Counted[]): number {
  const counted = missing.flatMap(({ have, need }) => (have !== undefined && need !== undefined && need > 0 ? [Math.min(1, have / need)] : []));
  const part = counted.length > 0 ? counted.reduce((sum, share) => sum + share, 0) / Math.max(counted.length, missing.length) : 0;
  return Math.min(MOST, Math.max(LEAST, (done + part) / of));
}

/** How full each lock of the channel is, from the stages that hold, the stage aimed at and what is missing for it. */
export function locksOf(firm: { filled: readonly Stage[]; towards: Stage | null; missing: readonly Counted[] }): Lock[] {
  return LOCKS.map(({ name, stages }) => {
    const done = stages.filter((stage) => firm.filled.includes(stage)).length;
    if (done === stages.length) return { name, state: name === 'formed' ? 'formed' : 'full', level: 1, count: null };
    const isNow = firm.towards !== null && (stages as readonly Stage[]).includes(firm.towards);
    if (isNow || done > 0) return { name, state: 'now', level: levelOf(done, stages.length, isNow ? firm.missing : []), count: isNow ? countOf(firm.missing) : null };
    return { name, state: name === 'formed' ? 'goal' : 'empty', level: 0, count: null };
  });
}

function countOf(missing: readonly Counted[]): Lock['count'] {
  const item = missing.find(({ have, need }) => have !== undefined && need !== undefined && need <= 99 && have < need);
  return item?.have !== undefined && item.need !== undefined ? { have: item.have, need: item.need } : null;
}
