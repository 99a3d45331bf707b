import type { Admin, Kafka } from 'kafkajs';
import { decodeLedgerRecord, encodeLetter } from './dead-letters.ts';
import type { Cause } from './dead-letters.ts';
import type { Received } from './decode-message.ts';
import type { Names } from './names.ts';
import { createParkedKeys } from './parked-keys.ts';
import type { ParkedKeys } from './parked-keys.ts';
import type { RawPublisher } from './publisher.ts';
import { readRecords } from './read-records.ts';

/** A group's dead letters: what waits there, and the way in. The truth is in the dead-letter topics. */
export interface Ledger {
  readonly parked: ParkedKeys;
  /** Takes over what was written since the last look, here or elsewhere. Costs one request when nothing was. */
  refresh(): Promise<void>;
  /** Resolves once the brokers have the letter; only then may the message count as applied. */
  bury(received: Received, cause: Cause): Promise<void>;
}

interface Tools {
  readonly kafka: Kafka;
  readonly admin: () => Promise<Admin>;
  readonly names: Names;
  readonly publisher: RawPublisher;
}

export function createLedger(tools: Tools, group: string, topics: readonly string[]): Ledger {
  const { names, publisher } = tools;
  const deadTopics = topics.map((topic) => names.deadLetters(topic, group));
  const readUpTo = new Map<string, number>();
  const parked = createParkedKeys();
  let refreshing: Promise<void> | undefined;

  const refresh = async (): Promise<void> => {
    const ranges = await Promise.all(
      deadTopics.map(async (topic) => ({ topic, ...(await unread(tools.admin, topic, readUpTo.get(topic) ?? 0)) })),
    );
    await readRecords(tools, ranges, (topic, record) => {
      parked.apply(decodeLedgerRecord(record));
      readUpTo.set(topic, Number(record.offset) + 1);
    });
  };

  return {
    parked,
    refresh: () => (refreshing ??= refresh().finally(() => (refreshing = undefined))),
    bury: async (received, cause) => {
      await publisher.publish([encodeLetter(names.deadLetters(received.topic, group), group, received, cause)]);
      parked.apply({ kind: 'letter', origin: received });
    },
  };
}

/** What of a dead-letter topic lies at or after `from`. */
export async function unread(admin: () => Promise<Admin>, topic: string, from: number) {
  const [only] = await (await admin()).fetchTopicOffsets(topic);
  if (only === undefined) throw new Error(`The dead-letter topic ${topic} has no partition`);
  return { from: Math.max(from, Number(only.low)), to: Number(only.high) };
}
