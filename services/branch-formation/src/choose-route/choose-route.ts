import type { Route } from '@qucheng/contracts';
import { refuse, refuseAbsent, refuseConflict } from '@qucheng/event-store';
import type { DecideFormation } from '../formation/consequences.ts';
import { item } from '../formation/item.ts';
import { ROUTES } from '../formation/routes.ts';
import { WRITTEN } from '../formation/written-rules.ts';

export interface ChooseRoute {
  readonly route: Route;
  /** The day a temporary unit ends. */
  readonly endsOn: string | null;
}

export const chooseRoute: DecideFormation<ChooseRoute> = (
  { route, endsOn },
  formation,
  { enterpriseId, rules, today },
) => {
  if (!formation.firm.registered) return refuseAbsent('unknown-enterprise');
  if (formation.branch !== null) return refuseConflict('already-approved');
  if (formation.application?.status === 'pending') return refuseConflict('already-applied');
  const gaps = [...ROUTES[route].toChoose(formation, rules, today), ...missingEnd(route, endsOn, today)];
  if (gaps.length > 0) return refuse('route-closed', gaps);
  const ends = route === 'temporary' ? endsOn : null;
  if (formation.route?.route === route && formation.route.endsOn === ends) return [];
  const ruleRefs = [ROUTES[route].rule(rules)];
  return [{ type: 'RouteChosen', data: { enterpriseId, route, partners: [], endsOn: ends, ruleRefs } }];
};

const missingEnd = (route: Route, endsOn: string | null, today: string) =>
  route === 'temporary' && (endsOn === null || endsOn <= today)
    ? [item('endDate', 'ready', WRITTEN.temporary, { field: 'endsOn', action: 'choose-route' })]
    : [];
