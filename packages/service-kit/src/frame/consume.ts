import { eventsFor, topicsFor } from '@qucheng/contracts';
import type { EventType, ServiceName } from '@qucheng/contracts';
import type { Consumer, ConsumerOptions, Messaging, Redriven } from '@qucheng/messaging';
import type { AnyEvent, ServiceParts } from '../types.ts';
import { readEvent } from './read-event.ts';

/** A service's ear: its consumer, and the way to put its dead letters through once their cause is mended. */
export interface EventConsumer extends Consumer {
  /** Dead letters of every topic, in order per key; by topic, what went through and what stays. */
  redrive(): Promise<Readonly<Record<string, Redriven>>>;
}

/** Undefined for a service that listens to nobody. Throws when catalogue and code disagree. */
export function createEventConsumer(
  name: ServiceName,
  messaging: Messaging,
  parts: ServiceParts,
): EventConsumer | undefined {
  const expected = eventsFor(name);
  const { reactions = {}, reactToBatch } = parts;
  if (reactToBatch === undefined) checkHandlers(name, expected, Object.keys(reactions));
  if (expected.length === 0) return undefined;
  const options = { group: name, topics: topicsFor(name), ...handlers(new Set(expected), parts) };
  return {
    ...messaging.createConsumer(options),
    redrive: async () => {
      const results: Record<string, Redriven> = {};
      for (const topic of options.topics) results[topic] = await messaging.redrive({ ...options, topic });
      return results;
    },
  };
}

function handlers(
  wanted: ReadonlySet<EventType>,
  { reactions = {}, reactToBatch }: ServiceParts,
): Pick<ConsumerOptions, 'handle' | 'handleBatch'> {
  if (reactToBatch !== undefined) {
    return {
      handleBatch: async (messages) => {
        const events = messages.map((message) => readEvent(message, wanted)).filter((event) => event !== undefined);
        return events.length > 0 ? reactToBatch(events) : {};
      },
    };
  }
  return {
    handle: async (message) => {
      const event = readEvent(message, wanted);
      if (event === undefined) return;
      // The table pairs each type with its own reaction; the union of pairs is beyond what the compiler follows.
      const react = reactions[event.type] as ((event: AnyEvent) => Promise<void>) | undefined;
      await react?.(event);
    },
  };
}

function checkHandlers(name: ServiceName, expected: readonly EventType[], handled: readonly string[]): void {
  const missing = expected.filter((type) => !handled.includes(type));
  const surplus = handled.filter((type) => !expected.some((known) => known === type));
  if (missing.length > 0)
    throw new Error(`${name} listens to ${missing.join(', ')} by the catalogue and has no reaction to it`);
  if (surplus.length > 0)
    throw new Error(`${name} reacts to ${surplus.join(', ')}, which the catalogue does not send it`);
}
