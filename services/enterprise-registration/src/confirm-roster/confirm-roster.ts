import type { Decide } from '@qucheng/event-store';
import { refuse } from '@qucheng/event-store';
import { countRoster } from '../roster/count-roster.ts';
import { present } from '../roster/roster.ts';
import type { Roster, RosterEvent } from '../roster/roster.ts';

export interface ConfirmTools {
  readonly today: string;
  /** Birth dates are sealed; whoever confirms has read them. */
  readonly birthDateOf: (personId: string) => string | undefined;
}

/** The firm says: these are our young people. Counts them as of that day. */
export const confirmRoster: Decide<{ enterpriseId: string; on: string }, Roster, RosterEvent, ConfirmTools> = (
  command,
  roster,
  tools,
) => {
  const { enterpriseId, on } = command;
  if (on > tools.today) return refuse('confirmation-too-early', [{ code: 'confirmation-too-early', field: 'on' }]);
  if (present(roster).length === 0) return refuse('roster-empty', [{ code: 'roster-empty', action: 'registerYouth' }]);
  const { members, unverified, le28, le35 } = countRoster(roster, on, tools.birthDateOf);
  return [{ type: 'RosterConfirmed', data: { enterpriseId, members, unverified, le28, le35, on } }];
};
