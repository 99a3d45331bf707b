import { Kafka, logLevel } from 'kafkajs';
import { ulid } from 'ulid';
import { infrastructure } from './infrastructure.ts';

/** A prefix for topics and groups that nobody else uses, and the way to get rid of what came to be under it. */
export interface FreshTopics {
  readonly prefix: string;
  readonly brokers: readonly string[];
  /** Deletes every topic and every empty group whose name begins with the prefix. */
  drop(): Promise<void>;
}

/** The prefix is `test-<purpose>-<ulid>-`. Drop it when the suite ends, after its consumers have stopped. */
export function freshTopics(purpose: string): FreshTopics {
  const prefix = `test-${purpose}-${ulid().toLowerCase()}-`;
  const brokers = infrastructure().kafkaBrokers;
  return { prefix, brokers, drop: () => dropTopics(brokers, prefix) };
}

/** Deletes every topic and every empty group under a prefix. */
export async function dropTopics(brokers: readonly string[], prefix: string): Promise<void> {
  const admin = new Kafka({ brokers: [...brokers], clientId: 'test-cleanup', logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  try {
    const topics = (await admin.listTopics()).filter((topic) => topic.startsWith(prefix));
    if (topics.length > 0) await admin.deleteTopics({ topics });
    const { groups } = await admin.listGroups();
    const ours = groups.map(({ groupId }) => groupId).filter((group) => group.startsWith(prefix));
    // A group whose last member has not timed out yet stays; it holds nothing but offsets of deleted topics.
    if (ours.length > 0) await admin.deleteGroups(ours).catch(() => undefined);
  } finally {
    await admin.disconnect();
  }
}
