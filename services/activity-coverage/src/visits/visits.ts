import type { ContractEvent } from '@qucheng/contracts';
import type { StreamKind } from '@qucheng/event-store';

export type VisitEvent = Extract<ContractEvent, { type: 'VisitLogged' }>;

/** All visits and calls to one firm. No rule looks back at earlier visits yet, so only their number is kept. */
export interface Visits {
  readonly logged: number;
}

export const visitsKind: StreamKind<Visits, VisitEvent> = {
  name: 'visits',
  initial: { logged: 0 },
  evolve: (visits) => ({ logged: visits.logged + 1 }),
};
