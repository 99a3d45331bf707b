import { Route } from '@qucheng/contracts';
import type { EventData, MissingItem, RuleRef } from '@qucheng/contracts';
import type { Rules } from '@qucheng/service-kit';
import type { Formation } from './formation.ts';
import { item, itemsWhere } from './item.ts';
import { countPeople } from './people.ts';
import { WRITTEN } from './written-rules.ts';

export type BranchForm = EventData<'BranchFormed'>['form'];

interface RouteRule {
  /** The rule that opens this route, shown beside it. */
  readonly rule: (rules: Rules) => RuleRef;
  readonly form: BranchForm;
  /** What this firm lacks to take the route. */
  readonly toChoose: RouteGuard;
  /** What it lacks to count as ready on the route it took. */
  readonly toBeReady: RouteGuard;
  /** What it lacks to apply, beyond being ready. */
  readonly toApply?: RouteGuard;
}
type RouteGuard = (formation: Formation, rules: Rules, today: string) => MissingItem[];

const membersFrom =
  (key: string): RouteGuard =>
  (formation, rules, today) => {
    const { members, unverified } = countPeople(formation, today);
    const need = rules.number(key);
    const action = unverified > 0 ? 'verify-members' : 'register-youth';
    return members < need ? [item('members', 'ready', rules.ref(key), { have: members, need, action })] : [];
  };

const minimumMembers = membersFrom('founding.minimumMembers');

const bySize = (key: string, form: BranchForm): RouteRule => ({
  rule: (rules) => rules.ref(key),
  form,
  toChoose: membersFrom(key),
  toBeReady: membersFrom(key),
});

/** With members enough for a branch of its own a firm stands alone: that is the main way (branch rule, article 4). */
const standsAlone: RouteGuard = (formation, rules, today) => {
  const { members } = countPeople(formation, today);
  const rule = rules.ref('founding.minimumMembers');
  return members >= rules.number('founding.minimumMembers')
    ? [item('soloInstead', 'ready', rule, { have: members, action: 'choose-route' })]
    : [];
};

const enoughYouths: RouteGuard = (formation, rules, today) => {
  // Before anybody is on the roster, the number the firm stated is the evidence there is.
  const have = Math.max(countPeople(formation, today).le28, formation.headcounts.le28?.value ?? 0);
  const need = rules.number('founding.developFirstYouths');
  return have < need
    ? [item('youths', 'ready', rules.ref('founding.developFirstYouths'), { have, need, action: 'register-youth' })]
    : [];
};

const developedOrTraining: RouteGuard = (formation, rules, today) => {
  if (minimumMembers(formation, rules, today).length === 0) return [];
  const { applicants } = countPeople(formation, today);
  const details = { have: applicants, need: 1, action: 'register-youth' } as const;
  return [
    ...enoughYouths(formation, rules, today),
    ...itemsWhere([applicants === 0, () => item('applicant', 'ready', WRITTEN.training, details)]),
  ];
};

const partnerConsent: RouteGuard = () => [item('partnerConsent', 'ready', WRITTEN.joint, { action: 'choose-route' })];

/** Its members are appointed, not elected. Nobody can appoint here yet, so the route would end before the branch. */
const appointment: RouteGuard = (formation, rules, today) => [
  ...minimumMembers(formation, rules, today),
  item('appointment', 'ready', WRITTEN.temporary, { action: 'choose-route' }),
];

export const ROUTES: Readonly<Record<Route, RouteRule>> = {
  solo: bySize('founding.minimumMembers', 'branch'),
  general: bySize('founding.generalBranchMembers', 'generalBranch'),
  committee: bySize('founding.committeeMembers', 'grassrootsCommittee'),
  developFirst: {
    rule: (rules) => rules.ref('founding.developFirstYouths'),
    form: 'branch',
    toChoose: (...args) => [...standsAlone(...args), ...enoughYouths(...args)],
    toBeReady: developedOrTraining,
    // A branch is founded with members: developing them first ends where there are enough.
    toApply: (...args) => minimumMembers(...args).map((gap): MissingItem => ({ ...gap, stage: 'applied' })),
  },
  joint: {
    rule: (rules) => rules.ref('founding.jointUnitCap'),
    form: 'branch',
    toChoose: (...args) => [...standsAlone(...args), ...partnerConsent(...args)],
    toBeReady: partnerConsent,
  },
  temporary: {
    rule: () => WRITTEN.temporary,
    form: 'branch',
    toChoose: appointment,
    toBeReady: appointment,
  },
};

/** What a ready firm still lacks to be founded on its route, whatever the paper says. */
export const missingToApply: RouteGuard = (formation, rules, today) =>
  (formation.route && ROUTES[formation.route.route].toApply?.(formation, rules, today)) ?? [];

/** Ready means: a route was chosen and its conditions hold today. */
export function readyGuard(formation: Formation, rules: Rules, today: string): MissingItem[] {
  if (formation.route !== null) return ROUTES[formation.route.route].toBeReady(formation, rules, today);
  const someRouteIsOpen = Route.options.some((route) => ROUTES[route].toChoose(formation, rules, today).length === 0);
  return someRouteIsOpen
    ? [item('route', 'ready', WRITTEN.routes, { action: 'choose-route' })]
    : minimumMembers(formation, rules, today);
}

/** Organisation, cadre and members: without enough of these there is no branch. */
export const foundingMembers = minimumMembers;
