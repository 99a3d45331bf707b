import { decodeMessage } from './decode-message.ts';
import type { Received } from './decode-message.ts';
import type { ParkedKeys } from './parked-keys.ts';
import { settings } from './settings.ts';
import type { IncomingMessage } from './types.ts';

/** One chain per key, each in the order received. A message without a key has no order and stands alone. */
export function chainsByKey(messages: readonly Received[]): Received[][] {
  const chains = new Map<string | Received, Received[]>();
  for (const message of messages) {
    const id = message.key === '' ? message : message.key;
    const chain = chains.get(id);
    if (chain === undefined) chains.set(id, [message]);
    else chain.push(message);
  }
  return [...chains.values()];
}

export interface Run {
  readonly received: readonly Received[];
  readonly decoded: readonly IncomingMessage[];
}

/**
 * The longest stretch from `start` that may go to a batch handler together. When the first message must not (not JSON,
 * its key is parked), the run is that message alone with nothing decoded.
 */
export function takeRun(parked: ParkedKeys, messages: readonly Received[], start: number): Run {
  const received: Received[] = [];
  const decoded: IncomingMessage[] = [];
  for (const message of messages.slice(start, start + settings.handleBatchSize)) {
    const value = parked.isParked(message.topic, message.key) ? undefined : decodeMessage(message);
    if (value === undefined) return received.length === 0 ? { received: [message], decoded } : { received, decoded };
    received.push(message);
    decoded.push(value);
  }
  return { received, decoded };
}
