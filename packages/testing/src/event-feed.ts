import { CATALOGUE, PARTITIONS, TOPICS } from '@qucheng/contracts';
import type { EventData, EventEnvelope, EventType } from '@qucheng/contracts';
import { Kafka, logLevel, Partitioners } from 'kafkajs';
import type { ITopicMetadata } from 'kafkajs';
import { ulid } from 'ulid';
import { eventually } from './eventually.ts';
import type { TestConfig } from './services.ts';

export interface FedEvent {
  readonly streetId: string;
  /** Default: a stream of its own. */
  readonly stream?: string;
  readonly version?: number;
  /** Default: a made-up account. */
  readonly by?: string;
  readonly at?: string;
}

/** Other services, as a service under test hears and feeds them: contract events on the real Kafka. */
export interface EventFeed {
  /** Creates all topics of the catalogue under the prefix. Call it before the services start. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Puts an event on its topic and answers its envelope; resolves when the broker has it. */
  send<Type extends EventType>(
    type: Type,
    data: EventData<Type>,
    about: FedEvent,
  ): Promise<EventEnvelope<Type, EventData<Type>>>;
  /** The same envelope once more: a repeated delivery. */
  resend(envelope: EventEnvelope<EventType, unknown>): Promise<void>;
  /** Every event of a type that is on its topic now, oldest first per key. */
  published<Type extends EventType>(type: Type): Promise<EventEnvelope<Type, EventData<Type>>[]>;
}

export function createEventFeed({
  kafkaBrokers,
  kafkaPrefix,
}: Pick<TestConfig, 'kafkaBrokers' | 'kafkaPrefix'>): EventFeed {
  const kafka = new Kafka({ brokers: [...kafkaBrokers], clientId: 'event-feed', logLevel: logLevel.NOTHING });
  const producer = kafka.producer({
    createPartitioner: Partitioners.DefaultPartitioner,
    allowAutoTopicCreation: false,
  });
  const admin = kafka.admin();
  const topicOf = (type: EventType): string => kafkaPrefix + CATALOGUE[type].topic;

  const resend: EventFeed['resend'] = async (envelope) => {
    await producer.send({
      topic: topicOf(envelope.type),
      messages: [{ key: envelope.subject, value: JSON.stringify(envelope), headers: { type: envelope.type } }],
    });
  };

  return {
    start: async () => {
      await Promise.all([admin.connect(), producer.connect()]);
      const topics = TOPICS.map((topic) => ({ topic: kafkaPrefix + topic, numPartitions: PARTITIONS }));
      // Waiting for leaders is our own affair: the client's way gives up when a busy broker does not know them yet.
      await admin.createTopics({ waitForLeaders: false, topics });
      const known = () => admin.fetchTopicMetadata({ topics: topics.map(({ topic }) => topic) });
      await eventually('all topics have leaders', () => known().then(haveLeaders, () => false));
    },
    stop: async () => {
      await Promise.all([admin.disconnect(), producer.disconnect()]);
    },
    send: async (type, data, about) => {
      const envelope = envelopeFor(type, data, about);
      await resend(envelope);
      return envelope;
    },
    resend,
    published: async (type) => {
      const records = await readAll(kafka, topicOf(type), await admin.fetchTopicOffsets(topicOf(type)));
      const envelopes = records.map((text) => JSON.parse(text) as EventEnvelope<EventType, unknown>); // our own messages
      return envelopes.filter((envelope) => envelope.type === type) as never; // narrowed by the line itself
    },
  };
}

function haveLeaders({ topics }: { topics: readonly ITopicMetadata[] }): boolean {
  return topics.every(({ partitions }) => partitions.every(({ partitionErrorCode }) => partitionErrorCode === 0));
}

function envelopeFor<Type extends EventType>(
  type: Type,
  data: EventData<Type>,
  about: FedEvent,
): EventEnvelope<Type, EventData<Type>> {
  const { topic, producer } = CATALOGUE[type];
  const { streetId, stream = `${topic.split('.')[1] ?? 'test'}-${ulid()}`, version = 1 } = about;
  const ids = data as { enterpriseId?: string; activityId?: string }; // which of them there is depends on the topic
  const subject =
    topic === 'qucheng.office.v1' ? streetId : topic === 'qucheng.activity.v1' ? ids.activityId : ids.enterpriseId;
  return {
    specversion: '1.0',
    id: `${stream}@${String(version)}`,
    source: `/qucheng/${producer}`,
    type,
    subject: subject ?? streetId,
    time: about.at ?? new Date().toISOString(),
    datacontenttype: 'application/json',
    streetid: streetId,
    stream,
    streamversion: version,
    by: about.by ?? ulid(),
    through: 'web',
    data,
  };
}

/** Reads a topic through to where it ends now, with a group of its own. */
async function readAll(
  kafka: Kafka,
  topic: string,
  ends: readonly { partition: number; high: string; low: string }[],
): Promise<string[]> {
  const open = new Map(
    ends.filter(({ high, low }) => BigInt(high) > BigInt(low)).map(({ partition, high }) => [partition, BigInt(high)]),
  );
  if (open.size === 0) return [];
  const values: string[] = [];
  const groupId = `${topic}-feed-${ulid()}`;
  const consumer = kafka.consumer({ groupId, maxWaitTimeInMs: 50, allowAutoTopicCreation: false });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  await new Promise<void>((resolve, reject) => {
    consumer
      .run({
        eachMessage: ({ partition, message }) => {
          if (message.value !== null) values.push(message.value.toString());
          if (BigInt(message.offset) + 1n >= (open.get(partition) ?? 0n)) open.delete(partition);
          if (open.size === 0) resolve();
          return Promise.resolve();
        },
      })
      .catch(reject);
  });
  await consumer.disconnect();
  return values;
}
