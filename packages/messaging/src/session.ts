import type { Consumer as KafkaConsumer, EachBatchPayload, Kafka } from 'kafkajs';
import type { Names } from './names.ts';
import type { Place } from './progress.ts';
import { settings } from './settings.ts';
import { within } from './waiting.ts';

/** The life of one kafkajs consumer. It ends at its first crash: a consumer that restarts itself can own partitions twice. */
export interface Session {
  /** Resolves once the group is joined. */
  start(): Promise<void>;
  commit(positions: readonly (Place & { readonly position: number })[]): Promise<void>;
  /** Without a partition: the whole topic. */
  pause(place: { readonly topic: string; readonly partition?: number }): void;
  resume(place: Place): void;
  disconnect(): Promise<void>;
}

export interface SessionEvents {
  /** The group's coordinator answered. */
  readonly onSign: () => void;
  /** Partitions are about to move: the last moment at which the old ones may be committed. */
  readonly onRebalancing: () => void;
  readonly onJoined: () => void;
  /** `final`: repeating cannot help. */
  readonly onCrash: (error: Error, final: boolean) => void;
  readonly onBatch: (payload: EachBatchPayload) => Promise<void>;
}

interface Tools {
  readonly kafka: Kafka;
  readonly names: Names;
  readonly sessionTimeout: number;
}

export function createSession(tools: Tools, group: string, topics: readonly string[], on: SessionEvents): Session {
  const { kafka, names } = tools;
  let final = true;
  let joined = false;
  const { heartbeatInterval, rebalanceTimeout, maxWaitTimeInMs, maxBytesPerPartition } = settings;
  const consumer = kafka.consumer({
    groupId: names.group(group),
    allowAutoTopicCreation: false,
    ...{
      sessionTimeout: tools.sessionTimeout,
      heartbeatInterval,
      rebalanceTimeout,
      maxWaitTimeInMs,
      maxBytesPerPartition,
    },
    retry: {
      ...settings.retry,
      // Asked only about errors that may pass: we restart with a new consumer ourselves.
      restartOnFailure: () => {
        final = false;
        return Promise.resolve(false);
      },
    },
  });

  const firstJoin = new Promise<void>((resolve, reject) => {
    consumer.on('consumer.group_join', () => {
      joined = true;
      on.onSign();
      on.onJoined();
      resolve();
    });
    consumer.on('consumer.crash', ({ payload: { error } }) => {
      joined = false;
      reject(error);
      on.onCrash(error, final);
    });
  });
  // A crash after the join has nobody waiting here.
  firstJoin.catch(() => undefined);
  // Not 'consumer.fetch': kafkajs emits it for fetches that failed as well.
  consumer.on('consumer.heartbeat', on.onSign);
  consumer.on('consumer.rebalancing', on.onRebalancing);

  return {
    start: async () => {
      await consumer.connect();
      await consumer.subscribe({ topics: topics.map((topic) => names.topic(topic)), fromBeginning: true });
      await runBatches(consumer, on.onBatch);
      await within(settings.startWithin, `joining the group ${group}`, firstJoin);
    },
    commit: async (positions) => {
      if (!joined || positions.length === 0) return;
      await consumer.commitOffsets(
        positions.map(({ topic, partition, position }) => ({
          topic: names.topic(topic),
          partition,
          offset: String(position),
        })),
      );
    },
    pause: ({ topic, partition }) => {
      if (joined)
        consumer.pause([
          { topic: names.topic(topic), ...(partition === undefined ? {} : { partitions: [partition] }) },
        ]);
    },
    resume: ({ topic, partition }) => {
      // A timer may outlive the consumer's run.
      if (joined) consumer.resume([{ topic: names.topic(topic), partitions: [partition] }]);
    },
    disconnect: async () => {
      joined = false;
      await consumer.disconnect();
    },
  };
}

async function runBatches(consumer: KafkaConsumer, eachBatch: SessionEvents['onBatch']): Promise<void> {
  await consumer.run({
    autoCommit: false,
    eachBatchAutoResolve: false,
    partitionsConsumedConcurrently: settings.partitionsConsumedConcurrently,
    eachBatch,
  });
}
