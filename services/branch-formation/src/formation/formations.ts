import type { EventType } from '@qucheng/contracts';
import type { CommandContext, EventStore, Outcome } from '@qucheng/event-store';
import { dayOf, expectAccepted, reactionContext } from '@qucheng/service-kit';
import type { EventOf, RuleBook } from '@qucheng/service-kit';
import { recordEvidence } from '../record-evidence/record-evidence.ts';
import { withConsequences } from './consequences.ts';
import type { DecideFormation } from './consequences.ts';
import { formationKind } from './formation.ts';
import type { Formation } from './formation.ts';
import type { EvidenceEvent, FormationEvent } from './formation-events.ts';

export interface Formations {
  /** Decides by the rules of the street's day; a new thing takes the command's id. */
  handle<Command>(
    context: CommandContext,
    enterpriseId: string,
    decide: DecideFormation<Command>,
    command: Command,
  ): Promise<Outcome<FormationEvent>>;
  /** Takes a fact of another service as evidence on a firm's road. */
  record(event: EventOf<EventType>, enterpriseId: string, evidence: EvidenceEvent): Promise<void>;
  load(streetId: string, enterpriseId: string): Promise<{ state: Formation; version: number } | undefined>;
}

export const streamOf = (enterpriseId: string): string => `${formationKind.name}-${enterpriseId}`;

export function createFormations({
  events,
  rules,
}: {
  readonly events: EventStore;
  readonly rules: RuleBook;
}): Formations {
  const streams = events.streams(formationKind);

  const handle: Formations['handle'] = (context, enterpriseId, decide, command) => {
    const today = dayOf(context.at);
    const tools = {
      enterpriseId,
      today,
      rules: rules.rulesFor(context.streetId, today),
      newId: () => context.commandId,
    };
    return streams.handle(context, enterpriseId, withConsequences(decide), command, tools);
  };

  return {
    handle,
    record: async (event, enterpriseId, evidence) => {
      const context = reactionContext(event, 'branch-formation');
      expectAccepted(event, await handle(context, enterpriseId, recordEvidence, evidence));
    },
    load: (streetId, enterpriseId) => streams.load(streetId, enterpriseId),
  };
}
