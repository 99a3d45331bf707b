import { freshTopics } from '@qucheng/testing';
import { Kafka, Partitioners, logLevel } from 'kafkajs';
import type {
  Consumer,
  ConsumerOptions,
  IncomingMessage,
  Messaging,
  MessagingOptions,
  OutgoingMessage,
} from '../types.ts';

/** What a client has to offer to be run through the suite. */
export type MessagingFactory = (options: MessagingOptions) => Messaging;

export type WorldOptions = Pick<MessagingOptions, 'sessionTimeout' | 'reach'>;

/** One suite's corner of the real broker. */
export interface World {
  readonly prefix: string;
  /** A client of its own, as another process would have. */
  messaging(options?: WorldOptions): Messaging;
  /** A consumer of a client of its own, started. */
  member(options: ConsumerOptions, worldOptions?: WorldOptions): Promise<Consumer>;
  topic(partitions: number): Promise<string>;
  publish(topic: string, ...messages: readonly (readonly [key: string, value: object])[]): Promise<void>;
  /** Bytes as a foreign producer might send them. */
  publishRaw(topic: string, key: string, value: string): Promise<void>;
  end(): Promise<void>;
}

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

export function createWorld(create: MessagingFactory, purpose: string): World {
  const { prefix, brokers, drop } = freshTopics(purpose);
  const clients: Messaging[] = [];
  let topics = 0;
  const messaging: World['messaging'] = (options = {}) => {
    const client = create({ brokers, clientId: `client-${clients.length}`, prefix, log: quiet, ...options });
    clients.push(client);
    return client;
  };
  const own = messaging();
  const publisher = own.createPublisher();

  return {
    prefix,
    messaging,
    member: async (options, worldOptions) => {
      const consumer = messaging(worldOptions).createConsumer(options);
      await consumer.start();
      return consumer;
    },
    topic: async (partitions) => {
      const topic = `topic-${(topics += 1)}.v1`;
      await own.ensureTopics([{ topic, partitions }]);
      return topic;
    },
    publish: (topic, ...messages) => publisher.publish(messages.map(([key, value]) => ({ topic, key, value }))),
    publishRaw: (topic, key, value) => publishBytes(brokers, prefix + topic, key, value),
    end: async () => {
      await Promise.all(clients.map((client) => client.stop()));
      await drop();
    },
  };
}

async function publishBytes(brokers: readonly string[], topic: string, key: string, value: string): Promise<void> {
  const kafka = new Kafka({ brokers: [...brokers], clientId: 'foreign', logLevel: logLevel.NOTHING });
  const producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
  await producer.connect();
  await producer.send({ topic, messages: [{ key, value }] });
  await producer.disconnect();
}

/** `count` messages over `keys` keys; `n` counts up within each key. */
export function series(topic: string, keys: number, perKey: number, from = 0): OutgoingMessage[] {
  return Array.from({ length: perKey }, (_, n) =>
    Array.from({ length: keys }, (_unused, key) => ({ topic, key: `key-${key}`, value: { n: from + n } })),
  ).flat();
}

/** What a handler saw, per key. */
export function createRecord() {
  const perKey = new Map<string, number[]>();
  let total = 0;
  return {
    see: ({ key, value }: IncomingMessage): Promise<void> => {
      const seen = perKey.get(key) ?? [];
      // The suite sends nothing else.
      seen.push((value as { n: number }).n);
      perKey.set(key, seen);
      total += 1;
      return Promise.resolve();
    },
    of: (key: string): readonly number[] => perKey.get(key) ?? [],
    /** Each key's values in the order they came first. */
    firstSeen: () => Object.fromEntries([...perKey].map(([key, seen]) => [key, [...new Set(seen)]])),
    get total() {
      return total;
    },
  };
}

export const counting = (upTo: number): number[] => Array.from({ length: upTo }, (_, n) => n);

/** What `firstSeen` answers when nothing is missing and everything came in order. */
export const complete = (keys: number, perKey: number) =>
  Object.fromEntries(counting(keys).map((key) => [`key-${key}`, counting(perKey)]));

/** Waits for something that happens by itself. The test's own time limit ends it. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}
