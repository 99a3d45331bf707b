import { MUST_STAGES, STAGES } from '@qucheng/contracts';
import type { MissingItem, Stage } from '@qucheng/contracts';
import { daysBetween } from '@qucheng/service-kit';
import type { Rules } from '@qucheng/service-kit';
import {
  activityCoveredGuard,
  liaisonNamedGuard,
  rosterVerifiedGuard,
  surveyedGuard,
  visitedGuard,
} from './evidence-guards.ts';
import type { Guard } from './evidence-guards.ts';
import type { Formation } from './formation.ts';
import { item, itemsWhere } from './item.ts';
import { missingToApply, readyGuard } from './routes.ts';
import { WRITTEN } from './written-rules.ts';

/** Where a firm stands on its road, derived from its evidence and the rules of the day. */
export interface Standing {
  /** The highest stage whose guard holds and whose earlier musts are met. */
  readonly stage: Stage | null;
  /** Stages whose own guard holds. */
  readonly filled: readonly Stage[];
  /** Up to being ready the goal is readiness, then stage after stage; null when the branch is formed. */
  readonly towards: Stage | null;
  /** What is missing towards that goal, the next thing to do first. */
  readonly missing: readonly MissingItem[];
}

const appliedGuard: Guard = (formation, rules, today) => {
  const { application } = formation;
  return [
    ...missingToApply(formation, rules, today),
    ...itemsWhere([
      application === null || application.status === 'returned',
      () => item('application', 'applied', WRITTEN.application, { action: 'apply' }),
    ]),
  ];
};

const approvedGuard: Guard = ({ application, branch }, rules, today) => {
  if (branch !== null) return [];
  const need = rules.number('approval.days');
  const waiting = application?.status === 'pending' ? { have: daysBetween(application.on, today), need } : {};
  return [item('approval', 'approved', rules.ref('approval.days'), { ...waiting, action: 'approve' })];
};

const electedGuard: Guard = ({ branch }) =>
  branch?.election ? [] : [item('election', 'elected', WRITTEN.majority, { action: 'elect' })];

const formedGuard: Guard = ({ branch }) =>
  branch?.formedOn ? [] : [item('committee', 'formed', WRITTEN.committeeReply, { action: 'confirm-committee' })];

const GUARDS: Readonly<Partial<Record<Stage, Guard>>> = {
  surveyed: surveyedGuard,
  visited: visitedGuard,
  activityCovered: activityCoveredGuard,
  liaisonNamed: liaisonNamedGuard,
  rosterVerified: rosterVerifiedGuard,
  ready: readyGuard,
  applied: appliedGuard,
  approved: approvedGuard,
  elected: electedGuard,
  formed: formedGuard,
};
const ROAD = STAGES.filter((stage) => stage in GUARDS);
const before = (stage: Stage) => ROAD.slice(0, ROAD.indexOf(stage));
const upTo = (stage: Stage) => ROAD.slice(0, ROAD.indexOf(stage) + 1);
const isMust = (stage: Stage) => MUST_STAGES.includes(stage);

function lacking(stage: Stage, formation: Formation, rules: Rules, today: string): MissingItem[] {
  // A reply rests on the evidence of its day: what it sealed does not reopen when a roster ages afterwards.
  if (formation.branch !== null && isMust(stage) && upTo('approved').includes(stage)) return [];
  return GUARDS[stage]?.(formation, rules, today) ?? [];
}

export function standing(formation: Formation, rules: Rules, today: string): Standing {
  const items = new Map(ROAD.map((stage) => [stage, lacking(stage, formation, rules, today)]));
  const filled = ROAD.filter((stage) => items.get(stage)?.length === 0);
  const mustsMet = (stages: readonly Stage[]) => stages.every((stage) => !isMust(stage) || filled.includes(stage));
  const stage = filled.findLast((candidate) => mustsMet(before(candidate))) ?? null;
  const towards = mustsMet(upTo('ready')) ? (after('ready').find((next) => !filled.includes(next)) ?? null) : 'ready';
  const goal = towards === 'ready' ? ordered(upTo('ready'), filled) : towards === null ? [] : [towards];
  return { stage, filled, towards, missing: goal.flatMap((one) => items.get(one) ?? []) };
}

/** What stands between a firm and a stage by rule: the gaps of every must up to and including it. */
export function missingFor(stage: Stage, formation: Formation, rules: Rules, today: string): MissingItem[] {
  return upTo(stage)
    .filter(isMust)
    .flatMap((must) => lacking(must, formation, rules, today));
}

const after = (stage: Stage) => ROAD.slice(ROAD.indexOf(stage) + 1);

/** Activities lead to a branch; but once the roster is verified, what founds a branch comes before what only helps. */
const ordered = (stages: readonly Stage[], filled: readonly Stage[]): Stage[] =>
  filled.includes('rosterVerified')
    ? [...stages.filter(isMust), ...stages.filter((stage) => !isMust(stage))]
    : [...stages];
