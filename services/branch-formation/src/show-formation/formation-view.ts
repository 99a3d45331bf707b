import { Route } from '@qucheng/contracts';
import type { FormationView } from '@qucheng/contracts';
import type { Rules } from '@qucheng/service-kit';
import { fullBranchName, shortBranchName } from '../branch-name/branch-name.ts';
import type { Area } from '../branch-name/branch-name.ts';
import type { Formation } from '../formation/formation.ts';
import { countPeople } from '../formation/people.ts';
import { ROUTES } from '../formation/routes.ts';
import { standing } from '../formation/stage.ts';
import { warningsOf } from './warnings.ts';

interface Reading {
  readonly enterpriseId: string;
  readonly version: number;
  readonly rules: Rules;
  readonly today: string;
  /** null until the street is known here. */
  readonly area: Area | null;
}

/** A firm's road as of `today`: what lapsed with time shows at once, before any event says so. */
export function formationView(
  formation: Formation,
  { enterpriseId, version, rules, today, area }: Reading,
): FormationView {
  const { stage, filled, towards, missing } = standing(formation, rules, today);
  const { members, unverified, le28, le35 } = countPeople(formation, today);
  return {
    enterpriseId,
    version,
    stage,
    filled: [...filled],
    towards,
    missing: [...missing],
    route: formation.route?.route ?? null,
    routes: Route.options.map((route) => {
      const gaps = ROUTES[route].toChoose(formation, rules, today);
      return { route, open: gaps.length === 0, missing: gaps, rule: ROUTES[route].rule(rules) };
    }),
    nextAction: missing.find(({ action }) => action !== undefined)?.action ?? null,
    applicationId: formation.application?.applicationId ?? null,
    applicationStatus: formation.application?.status ?? null,
    returnedFor: [...(formation.application?.returnedFor ?? [])],
    branchId: formation.branch?.branchId ?? null,
    fullName: formation.branch?.fullName ?? null,
    counts: { members, unverified, le28, le35 },
    rosterConfirmedOn: formation.roster?.on ?? null,
    ...suggestedNames(formation, area),
    warnings: warningsOf(formation, rules, today),
  };
}

export function suggestedNames(
  { application, firm, route }: Formation,
  area: Area | null,
): { readonly suggestedName: string | null; readonly suggestedShortName: string | null } {
  const company = firm.facts.name?.value;
  if (area === null || company === undefined) return { suggestedName: null, suggestedShortName: null };
  const form = application?.form ?? (route === null ? 'branch' : ROUTES[route.route].form);
  return {
    suggestedName: fullBranchName(area, company, form),
    suggestedShortName: shortBranchName(area, company, form),
  };
}
