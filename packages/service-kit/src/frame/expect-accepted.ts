import type { EventEnvelope } from '@qucheng/contracts';
import { isRefusal } from '@qucheng/event-store';
import type { Accepted, Outcome } from '@qucheng/event-store';
import { PermanentError } from '@qucheng/messaging';

/**
 * The outcome of a reaction, which nobody is told about but the log of dead letters: a refusal that is let pass is an
 * event that was lost. A lost race is thrown as it may pass and is tried again; everything else stays, and is set aside.
 */
export function expectAccepted<Event>(
  event: Pick<EventEnvelope<string, unknown>, 'id'>,
  outcome: Outcome<Event>,
): Accepted<Event> {
  if (!isRefusal(outcome)) return outcome;
  const { code, kind } = outcome;
  if (kind === 'conflict') throw new Error(`${event.id} lost every race: ${code}`);
  throw new PermanentError(code, `${event.id} was refused: ${code}`);
}
