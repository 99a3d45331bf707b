import { isRefusal } from '@qucheng/event-store';
import type { DecideFormation } from '../formation/consequences.ts';
import { evolve, formationKind } from '../formation/formation.ts';
import type { FormationEvent } from '../formation/formation-events.ts';
import { codes, tools } from './road.ts';

/** What a decision refuses, as `{ code, missing: codes }`; undefined when it accepts. */
export function refusalOf<Command>(
  history: readonly FormationEvent[],
  decide: DecideFormation<Command>,
  command: Command,
  change: Parameters<typeof tools>[0] = {},
): { readonly code: string; readonly missing: string[] } | undefined {
  const answer = decide(command, history.reduce(evolve, formationKind.initial), tools(change));
  return isRefusal(answer) ? { code: answer.code, missing: codes(answer.missing) } : undefined;
}
