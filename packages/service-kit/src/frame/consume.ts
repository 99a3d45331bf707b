import { eventsFor, topicsFor } from '@qucheng/contracts';
import type { EventType, ServiceName } from '@qucheng/contracts';
import type { Consumer, Messaging } from '@qucheng/messaging';
import type { AnyEvent, ServiceParts } from '../types.ts';
import { readEvent } from './read-event.ts';

/** The consumer of a service that listens to others; undefined for one that does not. Throws when catalogue and code disagree. */
export function createEventConsumer(
  name: ServiceName,
  messaging: Messaging,
  parts: ServiceParts,
): Consumer | undefined {
  const expected = eventsFor(name);
  const { reactions = {}, reactToBatch } = parts;
  if (reactToBatch === undefined) checkHandlers(name, expected, Object.keys(reactions));
  if (expected.length === 0) return undefined;
  const wanted = new Set(expected);
  const topics = topicsFor(name);
  if (reactToBatch !== undefined) {
    return messaging.createConsumer({
      group: name,
      topics,
      handleBatch: async (messages) => {
        const events = messages.map((message) => readEvent(message, wanted)).filter((event) => event !== undefined);
        if (events.length > 0) await reactToBatch(events);
      },
    });
  }
  return messaging.createConsumer({
    group: name,
    topics,
    handle: async (message) => {
      const event = readEvent(message, wanted);
      if (event === undefined) return;
      // The table pairs each type with its own reaction; the union of pairs is beyond what the compiler follows.
      const react = reactions[event.type] as ((event: AnyEvent) => Promise<void>) | undefined;
      await react?.(event);
    },
  });
}

function checkHandlers(name: ServiceName, expected: readonly EventType[], handled: readonly string[]): void {
  const missing = expected.filter((type) => !handled.includes(type));
  const surplus = handled.filter((type) => !expected.some((known) => known === type));
  if (missing.length > 0)
    throw new Error(`${name} listens to ${missing.join(', ')} by the catalogue and has no reaction to it`);
  if (surplus.length > 0)
    throw new Error(`${name} reacts to ${surplus.join(', ')}, which the catalogue does not send it`);
}
