import type { IncomingMessage } from '../types.ts';
import { createRecord, createWorld, until } from './world.ts';
import type { MessagingFactory, World } from './world.ts';

export function describeRetries(create: MessagingFactory): void {
  describe('transient failures', () => {
    let world: World;
    beforeAll(() => {
      world = createWorld(create, 'retries');
    });
    afterAll(() => world.end());

    it('are retried until they pass, in order, without a dead letter', async () => {
      const topic = await world.topic(1);
      const record = createRecord();
      let failures = 8;
      const member = await world.member({
        group: 'retried',
        topics: [topic],
        handle: async (message) => {
          if ((failures -= 1) >= 0) throw new Error('the store is away');
          await record.see(message);
        },
      });
      await world.publish(topic, ['key-0', { n: 0 }], ['key-0', { n: 1 }], ['key-1', { n: 0 }]);
      await member.settled();
      expect(record.firstSeen()).toEqual({ 'key-0': [0, 1], 'key-1': [0] });
      expect(member.health().deadLetters).toBe(0);
    });

    it('hold up only their own partition', async () => {
      const topic = await world.topic(4);
      const record = createRecord();
      const partitions = new Map<string, number>();
      let away = true;
      const handle = async (message: IncomingMessage): Promise<void> => {
        partitions.set(message.key, message.partition);
        if (away && message.key === 'key-0') throw new Error('the store is away');
        await record.see(message);
      };
      const member = await world.member({ group: 'own', topics: [topic], handle });
      const keys = Array.from({ length: 12 }, (_, n) => `key-${n}`);
      await world.publish(topic, ...keys.map((key) => [key, { n: 0 }] as const));
      await until(() => partitions.size === keys.length);
      const elsewhere = keys.filter((key) => partitions.get(key) !== partitions.get('key-0'));
      await world.publish(topic, ...elsewhere.map((key) => [key, { n: 1 }] as const));
      await until(() => elsewhere.every((key) => record.of(key).length === 2));
      expect(record.of('key-0')).toEqual([]);

      away = false;
      await member.settled();
      expect(record.of('key-0')).toEqual([0]);
      expect(member.health().deadLetters).toBe(0);
    });

    it('of a batch repeat the batch', async () => {
      const topic = await world.topic(1);
      const record = createRecord();
      let failures = 6;
      const member = await world.member({
        group: 'batch-retried',
        topics: [topic],
        handleBatch: async (messages) => {
          if ((failures -= 1) >= 0) throw new Error('the store is away');
          for (const message of messages) await record.see(message);
          return {};
        },
      });
      await world.publish(topic, ['key-0', { n: 0 }], ['key-0', { n: 1 }]);
      await member.settled();
      expect(record.of('key-0')).toEqual([0, 1]);
    });
  });
}
