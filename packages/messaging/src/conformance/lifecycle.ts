import { AssignerProtocol, Kafka, logLevel } from 'kafkajs';
import { freshTopics } from '@qucheng/testing';
import { createRecord, createWorld, until } from './world.ts';
import type { MessagingFactory, World } from './world.ts';

const STOPS_WITHIN = 10_000;

export function describeLifecycle(create: MessagingFactory): void {
  describe('lifecycle', () => {
    let world: World;
    beforeAll(() => {
      world = createWorld(create, 'lifecycle');
    });
    afterAll(() => world.end());

    it('is ready once the group is joined, and not before or after', async () => {
      const topic = await world.topic(1);
      const consumer = world
        .messaging()
        .createConsumer({ group: 'ready', topics: [topic], handle: createRecord().see });
      expect(consumer.health().ready).toBe(false);
      await consumer.start();
      expect(consumer.health().ready).toBe(true);
      await consumer.stop();
      expect(consumer.health().ready).toBe(false);
    });

    it('waits for a topic that another service is still creating', async () => {
      const messaging = world.messaging();
      const consumer = messaging.createConsumer({ group: 'early', topics: ['late.v1'], handle: createRecord().see });
      const started = consumer.start();
      await messaging.ensureTopics([{ topic: 'late.v1', partitions: 1 }], ['early']);
      await started;
      expect(consumer.health().ready).toBe(true);
    });

    it('creates topics once and never changes their partitions', async () => {
      const messaging = world.messaging();
      await messaging.ensureTopics([{ topic: 'twice.v1', partitions: 2 }], ['one']);
      await messaging.ensureTopics([{ topic: 'twice.v1', partitions: 5 }], ['one', 'two']);
      const partitions = new Set<number>();
      const member = await world.member({
        group: 'two',
        topics: ['twice.v1'],
        handle: ({ partition }) => {
          partitions.add(partition);
          return Promise.resolve();
        },
      });
      await world.publish('twice.v1', ...Array.from({ length: 40 }, (_, n) => [`key-${n}`, { n }] as const));
      await member.settled();
      expect([...partitions].sort()).toEqual([0, 1]);
    });

    it('may be stopped by several callers at once, and twice', async () => {
      const topic = await world.topic(1);
      const messaging = world.messaging();
      const member = messaging.createConsumer({ group: 'closers', topics: [topic], handle: createRecord().see });
      await member.start();
      await Promise.all([member.stop(), messaging.stop(), member.stop(), messaging.stop()]);
      await messaging.stop();
      expect(member.health().ready).toBe(false);
    });

    it('lets the message in hand finish before it stops', async () => {
      const topic = await world.topic(1);
      let finish = (): void => undefined;
      let finished = false;
      const member = await world.member({
        group: 'finishes',
        topics: [topic],
        handle: async () => {
          await new Promise<void>((resolve) => (finish = resolve));
          finished = true;
        },
      });
      const entered = finish;
      await world.publish(topic, ['key-0', { n: 0 }]);
      await until(() => finish !== entered);
      const stopped = member.stop();
      finish();
      await stopped;
      expect(finished).toBe(true);
    });

    it('stops within its deadline although a handler hangs', async () => {
      const topic = await world.topic(1);
      let entered = false;
      const member = await world.member({
        group: 'hangs',
        topics: [topic],
        handle: () => {
          entered = true;
          return new Promise(() => undefined);
        },
      });
      await world.publish(topic, ['key-0', { n: 0 }]);
      await until(() => entered);
      const since = Date.now();
      await member.stop();
      expect(Date.now() - since).toBeLessThan(STOPS_WITHIN + 1_000);
    });

    it('says so when a consumer is beyond repair', async () => {
      const topic = await world.topic(1);
      const intruder = await holdGroup(world.prefix + 'taken', world.prefix + topic);
      const crashes: Error[] = [];
      const consumer = world.messaging().createConsumer({
        group: 'taken',
        topics: [topic],
        handle: createRecord().see,
        onCrash: (error) => crashes.push(error),
      });
      await expect(consumer.start()).rejects.toThrow();
      expect(crashes).toHaveLength(1);
      expect(consumer.health().ready).toBe(false);
      await intruder.disconnect();
    });
  });
}

/** A member that deals partitions in a way no other client knows: the brokers refuse everybody else for good. */
async function holdGroup(groupId: string, topic: string) {
  const { brokers } = freshTopics('intruder');
  const kafka = new Kafka({ brokers: [...brokers], clientId: 'intruder', logLevel: logLevel.NOTHING });
  const { MemberMetadata, MemberAssignment } = AssignerProtocol;
  const consumer = kafka.consumer({
    groupId,
    partitionAssigners: [
      () => ({
        name: 'its-own-way',
        version: 1,
        protocol: ({ topics }) => ({
          name: 'its-own-way',
          metadata: MemberMetadata.encode({ version: 1, topics, userData: Buffer.alloc(0) }),
        }),
        assign: ({ members }) =>
          Promise.resolve(
            members.map(({ memberId }) => ({
              memberId,
              memberAssignment: MemberAssignment.encode({ version: 1, assignment: {}, userData: Buffer.alloc(0) }),
            })),
          ),
      }),
    ],
  });
  await consumer.connect();
  await consumer.subscribe({ topics: [topic] });
  const joined = new Promise<void>((resolve) => consumer.on('consumer.group_join', () => resolve()));
  await consumer.run({ eachMessage: () => Promise.resolve() });
  await joined;
  return consumer;
}
