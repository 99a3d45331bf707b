import type { IHeaders, KafkaMessage } from 'kafkajs';
import type { IncomingMessage } from './types.ts';

/** The part of a Kafka record that is used here. */
export type RawRecord = Pick<KafkaMessage, 'key' | 'value' | 'offset' | 'timestamp'> & {
  readonly headers?: IHeaders | undefined;
};

/** A message and the bytes it came as: dead letters keep those. */
export interface Received {
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
  readonly key: string;
  readonly raw: RawRecord;
}

/** Offsets as numbers: they stay below 2^53 for longer than any broker lives. */
export function receive(topic: string, partition: number, raw: RawRecord): Received {
  return { topic, partition, offset: Number(raw.offset), key: raw.key?.toString() ?? '', raw };
}

/** Undefined when the value is not JSON. */
export function decodeMessage({ topic, partition, key, raw }: Received): IncomingMessage | undefined {
  let value: unknown;
  try {
    value = JSON.parse(raw.value?.toString() ?? '');
  } catch {
    return undefined;
  }
  const timestamp = Number(raw.timestamp);
  return { topic, partition, offset: raw.offset, key, value, headers: decodeHeaders(raw.headers), timestamp };
}

/** kafkajs hands headers over as bytes, and as a list when a name comes twice: the last one counts. */
export function decodeHeaders(headers: IHeaders | undefined): Record<string, string> {
  const decoded: Record<string, string> = {};
  for (const [name, given] of Object.entries(headers ?? {})) {
    const value = Array.isArray(given) ? given.at(-1) : given;
    if (value !== undefined) decoded[name] = value.toString();
  }
  return decoded;
}
