import { complete, counting, createRecord, createWorld, series, until } from './world.ts';
import type { MessagingFactory, World } from './world.ts';

export function describeDelivery(create: MessagingFactory): void {
  describe('delivery', () => {
    let world: World;
    beforeAll(() => {
      world = createWorld(create, 'delivery');
    });
    afterAll(() => world.end());

    it('delivers everything to the members of a group, in order per key', async () => {
      const topic = await world.topic(6);
      const record = createRecord();
      const options = { group: 'many', topics: [topic], handle: record.see };
      const members = await Promise.all([world.member(options), world.member(options), world.member(options)]);
      const publisher = world.messaging().createPublisher();
      for (const part of [0, 1, 2, 3]) await publisher.publish(series(topic, 16, 25, part * 25));
      await Promise.all(members.map((member) => member.settled()));
      expect(record.firstSeen()).toEqual(complete(16, 100));
    });

    it('keeps the order of calls that do not wait for each other', async () => {
      const topic = await world.topic(3);
      const record = createRecord();
      await Promise.all(counting(40).map((n) => world.publish(topic, ['key-0', { n }], ['key-1', { n }])));
      const member = await world.member({ group: 'calls', topics: [topic], handle: record.see });
      await member.settled();
      expect(record.firstSeen()).toEqual(complete(2, 40));
    });

    it('hands batches over in order', async () => {
      const topic = await world.topic(3);
      const record = createRecord();
      await world
        .messaging()
        .createPublisher()
        .publish(series(topic, 8, 50));
      const member = await world.member({
        group: 'batches',
        topics: [topic],
        handleBatch: async (messages) => {
          for (const message of messages) await record.see(message);
          return {};
        },
      });
      await member.settled();
      expect(record.firstSeen()).toEqual(complete(8, 50));
      expect(record.total).toBe(400);
    });

    it('reads on while what a batch did is not durable yet, and has settled only once it is', async () => {
      const topic = await world.topic(1);
      const record = createRecord();
      let makeDurable: () => void = () => undefined;
      const durable = new Promise<void>((resolve) => (makeDurable = resolve));
      const member = await world.member({
        group: 'reads-on',
        topics: [topic],
        handleBatch: async (messages) => {
          for (const message of messages) await record.see(message);
          return { durable };
        },
      });
      await world.publish(topic, ['key-0', { n: 0 }]);
      let settled = false;
      const settling = member.settled().then(() => (settled = true));
      for (let n = 1; n < 4; n += 1) {
        await until(() => record.of('key-0').length === n);
        await world.publish(topic, ['key-0', { n }]);
      }
      await until(() => record.of('key-0').length === 4);
      expect(settled).toBe(false);
      makeDurable();
      await settling;
      expect(record.of('key-0')).toEqual([0, 1, 2, 3]);
    });

    it('starts a new group at the beginning', async () => {
      const topic = await world.topic(2);
      await world.publish(topic, ['key-0', { n: 0 }], ['key-0', { n: 1 }]);
      const record = createRecord();
      const member = await world.member({ group: 'late', topics: [topic], handle: record.see });
      await member.settled();
      expect(record.of('key-0')).toEqual([0, 1]);
    });

    it('goes on where a stopped member had stopped', async () => {
      const topic = await world.topic(2);
      const record = createRecord();
      const options = { group: 'goes-on', topics: [topic], handle: record.see };
      const first = await world.member(options);
      await world.publish(topic, ['key-0', { n: 0 }], ['key-0', { n: 1 }]);
      await first.settled();
      await first.stop();
      await world.publish(topic, ['key-0', { n: 2 }]);
      const second = await world.member(options);
      await second.settled();
      expect(record.of('key-0')).toEqual([0, 1, 2]);
    });

    it('tells the topic, the key, the headers and the time of a message', async () => {
      const topic = await world.topic(1);
      const seen: unknown[] = [];
      const before = Date.now();
      await world
        .messaging()
        .createPublisher()
        .publish([{ topic, key: 'key-0', value: { 名: '渠成' }, headers: { traceparent: '00-1-2-01' } }]);
      const member = await world.member({
        group: 'tells',
        topics: [topic],
        handle: ({ timestamp, ...message }) => {
          expect(timestamp).toBeGreaterThanOrEqual(before);
          seen.push(message);
          return Promise.resolve();
        },
      });
      await member.settled();
      const headers = { traceparent: '00-1-2-01' };
      expect(seen).toEqual([{ topic, partition: 0, offset: '0', key: 'key-0', value: { 名: '渠成' }, headers }]);
    });

    it('refuses a message without a key', async () => {
      const topic = await world.topic(1);
      await expect(world.publish(topic, ['', { n: 0 }])).rejects.toThrow('no key');
    });

    it('throws when a message cannot be published, and publishes what follows', async () => {
      const topic = await world.topic(1);
      const record = createRecord();
      await expect(world.publish('missing.v1', ['key-0', { n: 0 }])).rejects.toThrow();
      await world.publish(topic, ['key-0', { n: 1 }]);
      const member = await world.member({ group: 'follows', topics: [topic], handle: record.see });
      await member.settled();
      expect(record.of('key-0')).toEqual([1]);
    });
  });
}
