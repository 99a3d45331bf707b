import type { EventEnvelope, ServiceName } from '@qucheng/contracts';
import type { CommandContext } from '@qucheng/event-store';

/** The context of a reaction: its commandId is made from consumer and event, so delivered twice is applied once. */
export function reactionContext(event: EventEnvelope<string, unknown>, consumer: ServiceName): CommandContext {
  return {
    commandId: `${consumer}~${event.id}`,
    streetId: event.streetid,
    by: event.by,
    through: `reaction:${consumer}`,
    at: new Date().toISOString(),
    causationId: event.id,
    correlationId: event.correlationid ?? event.id,
    ...(event.traceparent === undefined ? {} : { traceparent: event.traceparent }),
  };
}
