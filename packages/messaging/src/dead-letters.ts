import { decodeHeaders } from './decode-message.ts';
import type { RawRecord, Received } from './decode-message.ts';
import type { RawMessage } from './publisher.ts';

/** Why a message is among the dead letters. `parked` waits only for an earlier letter of its key. */
export interface Cause {
  readonly reason: string;
  readonly message: string;
  readonly attempts: number;
  readonly firstAt: Date;
  readonly lastAt: Date;
}

/** Where a message stood before: identifies its letter. */
export interface Origin {
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
  readonly key: string;
}

/** What a record of a dead-letter topic says: a letter came, or one was put through. */
export interface LedgerRecord {
  readonly kind: 'letter' | 'redriven';
  readonly origin: Origin;
}

const LONGEST_MESSAGE = 500;

/** The message as it was, byte for byte; what happened to it stands in `dead-*` headers. */
export function encodeLetter(deadTopic: string, group: string, received: Received, cause: Cause): RawMessage {
  return {
    topic: deadTopic,
    key: received.raw.key ?? '',
    value: received.raw.value,
    headers: {
      ...decodeHeaders(received.raw.headers),
      ...originHeaders(group, received),
      'dead-reason': cause.reason,
      'dead-message': cause.message.slice(0, LONGEST_MESSAGE),
      'dead-attempts': String(cause.attempts),
      'dead-first-at': cause.firstAt.toISOString(),
      'dead-last-at': cause.lastAt.toISOString(),
    },
  };
}

/** Written behind the letters once one of them was applied: letters are never changed or removed. */
export function encodeRedriven(deadTopic: string, group: string, origin: Origin, at: Date): RawMessage {
  const headers = { ...originHeaders(group, origin), 'dead-redriven-at': at.toISOString() };
  return { topic: deadTopic, key: origin.key, value: null, headers };
}

const originHeaders = (group: string, { topic, partition, offset }: Origin): Record<string, string> => ({
  'dead-group': group,
  'dead-topic': topic,
  'dead-partition': String(partition),
  'dead-offset': String(offset),
});

export function decodeLedgerRecord(raw: RawRecord): LedgerRecord {
  const headers = decodeHeaders(raw.headers);
  return {
    kind: headers['dead-redriven-at'] === undefined ? 'letter' : 'redriven',
    origin: {
      topic: headers['dead-topic'] ?? '',
      partition: Number(headers['dead-partition']),
      offset: Number(headers['dead-offset']),
      key: raw.key?.toString() ?? '',
    },
  };
}

/** The message a letter holds, as it stood in its own topic. */
export function restoreReceived(raw: RawRecord): Received {
  const { origin } = decodeLedgerRecord(raw);
  const headers = Object.entries(raw.headers ?? {}).filter(([name]) => !name.startsWith('dead-'));
  return { ...origin, raw: { ...raw, offset: String(origin.offset), headers: Object.fromEntries(headers) } };
}
