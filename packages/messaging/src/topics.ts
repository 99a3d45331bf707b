import type { Admin, ITopicConfig } from 'kafkajs';
import type { Names } from './names.ts';
import { settings } from './settings.ts';
import type { TopicSpec } from './types.ts';
import { persist } from './waiting.ts';

interface Tools {
  /** A connected admin client. */
  readonly admin: () => Promise<Admin>;
  readonly names: Names;
}

// Events are kept for ever: a new consumer group starts from the beginning, and a dead letter waits for its redrive.
const KEPT_FOR_EVER = [{ name: 'retention.ms', value: '-1' }];

/** Creates the topics that are missing and, for each group, their dead-letter topics. Existing ones stay as they are. */
export async function ensureTopics(
  tools: Tools,
  specs: readonly TopicSpec[],
  groups: readonly string[],
): Promise<void> {
  await createMissing(tools.admin, [
    ...specs.map(({ topic, partitions }) => ({ topic: tools.names.topic(topic), numPartitions: partitions })),
    ...specs.flatMap(({ topic }) => groups.map((group) => deadLetterTopic(tools.names, topic, group))),
  ]);
}

export async function ensureDeadLetterTopics(tools: Tools, topics: readonly string[], group: string): Promise<void> {
  await createMissing(
    tools.admin,
    topics.map((topic) => deadLetterTopic(tools.names, topic, group)),
  );
}

// One partition: the letters of a topic are few, and read back in the order they were written.
const deadLetterTopic = (names: Names, topic: string, group: string): ITopicConfig => ({
  topic: names.deadLetters(topic, group),
  numPartitions: 1,
});

async function createMissing(admin: Tools['admin'], wanted: readonly ITopicConfig[]): Promise<void> {
  await persist(settings.startWithin, async () => {
    const connected = await admin();
    const existing = new Set(await connected.listTopics());
    const topics = wanted
      .filter(({ topic }) => !existing.has(topic))
      .map((topic) => ({ ...topic, replicationFactor: -1, configEntries: KEPT_FOR_EVER }));
    // Answers false, not an error, when another service created one in between.
    if (topics.length > 0) await connected.createTopics({ topics, waitForLeaders: true });
  });
}
