import { randomUUID } from 'node:crypto';
import type { Admin, Kafka, KafkaMessage } from 'kafkajs';
import type { Names } from './names.ts';
import { settings } from './settings.ts';
import { within } from './waiting.ts';

/** One partition's records from `from` (inclusive) to `to` (exclusive). `topic` is the broker's name. */
export interface Range {
  readonly topic: string;
  readonly from: number;
  readonly to: number;
}

interface Tools {
  readonly kafka: Kafka;
  readonly admin: () => Promise<Admin>;
  readonly names: Names;
}

/**
 * Reads partition 0 of each range to its end, in order, without leaving a trace. kafkajs cannot read outside a group,
 * so a group of its own is made for it and deleted again.
 */
export async function readRecords(
  { kafka, admin, names }: Tools,
  ranges: readonly Range[],
  onRecord: (topic: string, record: KafkaMessage) => void,
): Promise<void> {
  const open = new Map(ranges.filter(({ from, to }) => from < to).map((range) => [range.topic, range]));
  if (open.size === 0) return;
  const groupId = names.group(`reader-${randomUUID()}`);
  const consumer = kafka.consumer({
    groupId,
    allowAutoTopicCreation: false,
    maxWaitTimeInMs: settings.maxWaitTimeInMs,
  });
  try {
    await consumer.connect();
    await consumer.subscribe({ topics: [...open.keys()], fromBeginning: true });
    const finished = new Promise<void>((resolve) => {
      const read = (range: Range, record: KafkaMessage): void => {
        const offset = Number(record.offset);
        if (offset >= range.from && offset < range.to) onRecord(range.topic, record);
        if (offset >= range.to - 1) open.delete(range.topic);
        if (open.size === 0) resolve();
      };
      void consumer.run({
        autoCommit: false,
        eachBatch: async ({ batch, heartbeat }) => {
          for (const record of batch.messages) {
            const range = open.get(batch.topic);
            if (range !== undefined) read(range, record);
          }
          await heartbeat();
        },
      });
    });
    await within(settings.startWithin, 'reading dead letters', finished);
  } finally {
    await consumer.disconnect().catch(() => undefined);
    await (await admin()).deleteGroups([groupId]).catch(() => undefined);
  }
}
