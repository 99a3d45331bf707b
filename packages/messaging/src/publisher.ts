import { Partitioners } from 'kafkajs';
import type { Kafka, Message, Producer } from 'kafkajs';
import type { Names } from './names.ts';
import { settings } from './settings.ts';
import type { MessagingOptions, OutgoingMessage, Publisher } from './types.ts';
import { persist, within } from './waiting.ts';

/** A message as bytes, on a topic named as the broker knows it. */
export interface RawMessage {
  readonly topic: string;
  readonly key: string | Buffer;
  readonly value: string | Buffer | null;
  readonly headers: Readonly<Record<string, string>>;
}

export interface RawPublisher {
  start(): Promise<void>;
  stop(): Promise<void>;
  publish(messages: readonly RawMessage[]): Promise<void>;
}

interface Waiting {
  readonly messages: readonly RawMessage[];
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

interface Tools {
  readonly kafka: Kafka;
  readonly log: MessagingOptions['log'];
}

/** Encodes contract events and hands them to the raw publisher. */
export function createPublisher(tools: Tools & { readonly names: Names }): Publisher {
  const raw = createRawPublisher(tools);
  const encode = ({ topic, key, value, headers = {} }: OutgoingMessage): RawMessage => {
    if (key === '') throw new Error(`A message for ${topic} has no key: its order could not be kept`);
    return { topic: tools.names.topic(topic), key, value: JSON.stringify(value), headers };
  };
  return { ...raw, publish: async (messages) => raw.publish(messages.map(encode)) };
}

/**
 * One request at a time, in the order of the calls; calls that arrive meanwhile share the next request.
 *
 * After any failure the producer is replaced: codes 45, 46, 59 and fencing leave it broken for good, and a sequence
 * number used again for other messages would make the broker take them for a repeat and drop them in silence.
 * What waited behind a failed request fails with it, so a caller that repeats in order keeps the order.
 */
export function createRawPublisher({ kafka, log }: Tools): RawPublisher {
  let producer: Promise<Producer> | undefined;
  let waiting: Waiting[] = [];
  let sending: Promise<void> | undefined;
  let stopped = false;

  const discard = (): void => {
    const old = producer;
    producer = undefined;
    old?.then((connected) => connected.disconnect()).catch(() => undefined);
  };

  const sendAll = async (): Promise<void> => {
    while (waiting.length > 0) {
      const calls = takeUpTo(settings.publishBatchSize, waiting);
      try {
        const connected = await (producer ??= connectProducer(kafka));
        await send(
          connected,
          calls.flatMap(({ messages }) => messages),
        );
        for (const call of calls) call.resolve();
      } catch (error) {
        log.warn({ error: String(error) }, 'publishing failed, the producer is replaced');
        discard();
        const failed = [...calls, ...waiting];
        waiting = [];
        for (const call of failed) call.reject(error);
      }
    }
  };

  return {
    start: async () => {
      await persist(settings.startWithin, async () => {
        try {
          await (producer ??= connectProducer(kafka));
        } catch (error) {
          producer = undefined;
          throw error;
        }
      });
    },
    publish: (messages) => {
      if (stopped) return Promise.reject(new Error('The publisher is stopped'));
      if (messages.length === 0) return Promise.resolve();
      return new Promise((resolve, reject) => {
        waiting.push({ messages, resolve, reject });
        sending ??= sendAll().finally(() => (sending = undefined));
      });
    },
    stop: async () => {
      stopped = true;
      await within(settings.stopWithin, 'stopping a publisher', stopProducer()).catch((error: unknown) => {
        log.warn({ error: String(error) }, 'a publisher did not stop in time');
      });
    },
  };

  async function stopProducer(): Promise<void> {
    await sending;
    const old = producer;
    producer = undefined;
    await (await old)?.disconnect();
  }
}

async function connectProducer(kafka: Kafka): Promise<Producer> {
  const producer = kafka.producer({
    idempotent: true,
    maxInFlightRequests: 1,
    allowAutoTopicCreation: false,
    createPartitioner: Partitioners.DefaultPartitioner,
    retry: settings.retry,
  });
  try {
    await producer.connect();
    return producer;
  } catch (error) {
    await producer.disconnect().catch(() => undefined);
    throw error;
  }
}

async function send(producer: Producer, messages: readonly RawMessage[]): Promise<void> {
  const byTopic = new Map<string, Message[]>();
  for (const { topic, key, value, headers } of messages) {
    let ofTopic = byTopic.get(topic);
    if (ofTopic === undefined) byTopic.set(topic, (ofTopic = []));
    ofTopic.push({ key, value, headers });
  }
  const topicMessages = [...byTopic].map(([topic, ofTopic]) => ({ topic, messages: ofTopic }));
  await producer.sendBatch({ acks: -1, topicMessages });
}

/** Whole calls from the front until `most` messages are reached; always at least one. */
function takeUpTo(most: number, waiting: Waiting[]): Waiting[] {
  let messages = 0;
  const end = waiting.findIndex((call) => (messages += call.messages.length) >= most);
  return waiting.splice(0, end === -1 ? waiting.length : end + 1);
}
