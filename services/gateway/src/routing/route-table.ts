import type { ServiceName } from '@qucheng/contracts';

/** `*` is one segment, a closing `**` any number of further ones. The first line that fits wins; what fits none is 404. */
export const ROUTE_TABLE: readonly (readonly [method: string, path: string, service: ServiceName])[] = [
  ['ANY', '/session', 'street-office'],
  ['ANY', '/me/**', 'street-office'],
  ['ANY', '/communities/**', 'street-office'],
  ['ANY', '/accounts/**', 'street-office'],
  ['ANY', '/settings/**', 'street-office'],
  ['GET', '/enterprises', 'dashboards'],
  ['GET', '/enterprises/*/card', 'dashboards'],
  ['GET', '/enterprises/*/timeline', 'dashboards'],
  ['GET', '/dashboards/**', 'dashboards'],
  ['ANY', '/enterprises/*/visits/**', 'activity-coverage'],
  ['ANY', '/visits/**', 'activity-coverage'],
  ['ANY', '/activities/**', 'activity-coverage'],
  ['ANY', '/enterprises/*/formation/**', 'branch-formation'],
  ['ANY', '/applications/**', 'branch-formation'],
  ['ANY', '/branches/**', 'branch-formation'],
  ['ANY', '/follow-ups/**', 'follow-ups'],
  ['ANY', '/enterprises/**', 'enterprise-registration'],
  ['ANY', '/youth/**', 'enterprise-registration'],
  ['ANY', '/imports/**', 'enterprise-registration'],
];
