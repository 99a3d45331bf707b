import { STAGES, type FunnelView, type Stage } from '@qucheng/contracts';
import { MEMBERS_COUNTED } from './contributions.ts';
import type { Counters } from './counters.ts';

/** The stages the water passes on the dashboard; the others are shown on the firm's own channel. */
export const FUNNEL_STEPS: readonly Stage[] = STAGES.filter((stage) => stage !== 'operating');

interface Moment {
  /** Instant of the answer and the street's day. */
  readonly asOf: string;
  readonly today: string;
  readonly ruleVersion: string;
  /** Verified members from which a branch must be founded: the street's rule. */
  readonly minimumMembers: number;
}

/** All figures of the funnel page from the counters of the communities a viewer may see. Pure. */
export function funnelView(communities: ReadonlyMap<string, Counters>, moment: Moment): FunnelView {
  const all = sum(communities.values());
  const total = all.get('total') ?? 0;
  const reached = (stage: Stage) => reachedIn(all, stage);
  const covered = fromDay(all, 'coveredUntil:', moment.today);
  return {
    asOf: moment.asOf,
    ruleVersion: moment.ruleVersion,
    total,
    steps: FUNNEL_STEPS.map((stage) => ({
      stage,
      here: all.get(`stage:${stage}`) ?? 0,
      reached: reached(stage),
      enteredThisMonth: all.get(`entered:${stage}:${moment.today.slice(0, 7)}`) ?? 0,
      medianDays: median(all, `days:${stage}:`),
      listUrl: `/enterprises?reached=${stage}`,
    })),
    branches: { formed: all.get('branches') ?? 0, firmsCovered: reached('formed') },
    figures: [
      {
        key: 'dueFoundedRate',
        numerator: atLeast(all, 'formedMembers:', moment.minimumMembers),
        denominator: atLeast(all, 'members:', moment.minimumMembers),
        listUrl: `/enterprises?members=${String(moment.minimumMembers)}`,
      },
      { key: 'activityCoverageRate', numerator: covered, denominator: total, listUrl: '/enterprises?covered=true' },
      {
        key: 'visitedRate',
        numerator: reached('visited'),
        denominator: total,
        listUrl: '/enterprises?reached=visited',
      },
      {
        key: 'orgCoverageRate',
        numerator: reached('formed'),
        denominator: total,
        listUrl: '/enterprises?reached=formed',
      },
    ],
    communities: [...communities].sort(byId).map(([communityId, counters]) => ({
      communityId: communityId === '' ? null : communityId,
      total: counters.get('total') ?? 0,
      visited: reachedIn(counters, 'visited'),
      covered: fromDay(counters, 'coveredUntil:', moment.today),
      formed: reachedIn(counters, 'formed'),
      overdue: beforeDay(counters, 'due:', moment.today),
    })),
  };
}

/** So that a row keeps its place from frame to frame, and after a restart. */
const byId = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number => (one < other ? -1 : 1);

function sum(parts: Iterable<Counters>): Counters {
  const all: Counters = new Map();
  for (const part of parts) for (const [name, count] of part) all.set(name, (all.get(name) ?? 0) + count);
  return all;
}

function reachedIn(counters: Counters, stage: Stage): number {
  return STAGES.slice(STAGES.indexOf(stage)).reduce((count, each) => count + (counters.get(`stage:${each}`) ?? 0), 0);
}

const fromDay = (counters: Counters, prefix: string, day: string) => sumWhere(counters, prefix, (rest) => rest >= day);
const beforeDay = (counters: Counters, prefix: string, day: string) => sumWhere(counters, prefix, (rest) => rest < day);
const atLeast = (counters: Counters, prefix: string, least: number) =>
  sumWhere(counters, prefix, (rest) => Number(rest) >= Math.min(least, MEMBERS_COUNTED));

function sumWhere(counters: Counters, prefix: string, keep: (rest: string) => boolean): number {
  let count = 0;
  for (const [name, each] of counters) if (name.startsWith(prefix) && keep(name.slice(prefix.length))) count += each;
  return count;
}

/** Median of a histogram kept as `<prefix><days>` → firms; null when empty. */
function median(counters: Counters, prefix: string): number | null {
  const bars = [...counters].filter(([name]) => name.startsWith(prefix));
  const total = bars.reduce((count, [, each]) => count + each, 0);
  if (total === 0) return null;
  let passed = 0;
  for (const [days, each] of bars
    .map(([name, count]) => [Number(name.slice(prefix.length)), count] as const)
    .sort(([a], [b]) => a - b)) {
    passed += each;
    if (passed * 2 >= total) return days;
  }
  return null;
}
