import { PermanentError } from '../types.ts';
import type { ConsumerOptions, IncomingMessage } from '../types.ts';
import { createRecord, createWorld, until } from './world.ts';
import type { MessagingFactory, World } from './world.ts';

export function describeRedrive(create: MessagingFactory): void {
  describe('redrive', () => {
    let world: World;
    beforeAll(() => {
      world = createWorld(create, 'redrive');
    });
    afterAll(() => world.end());

    /** A member that refuses the keys in `refused`, and what it and the redrive applied. */
    const scene = async (group: string, refused: Set<string>) => {
      const topic = await world.topic(2);
      const record = createRecord();
      const handle = async (message: IncomingMessage): Promise<void> => {
        if (refused.has(message.key)) throw new PermanentError('refused', 'refused for now');
        await record.see(message);
      };
      const options: ConsumerOptions = { group, topics: [topic], handle };
      const member = await world.member(options);
      const redrive = (more: { limit?: number } = {}) => world.messaging().redrive({ ...options, topic, ...more });
      return { topic, record, member, redrive };
    };

    it('applies letters and what was parked behind them, once and in order', async () => {
      const refused = new Set(['key-0']);
      const { topic, record, member, redrive } = await scene('once', refused);
      await world.publish(topic, ['key-0', { n: 0 }], ['key-0', { n: 1 }], ['key-1', { n: 0 }], ['key-0', { n: 2 }]);
      await member.settled();
      refused.clear();
      expect(await redrive()).toEqual({ redriven: 3, remaining: 0 });
      expect(await redrive()).toEqual({ redriven: 0, remaining: 0 });
      expect(record.of('key-0')).toEqual([0, 1, 2]);
    });

    it('frees the key for the running member', async () => {
      const refused = new Set(['key-0']);
      const { topic, record, member, redrive } = await scene('frees', refused);
      await world.publish(topic, ['key-0', { n: 0 }]);
      await member.settled();
      refused.clear();
      await redrive();
      await world.publish(topic, ['key-0', { n: 1 }]);
      await member.settled();
      expect(record.of('key-0')).toEqual([0, 1]);
      await until(() => member.health().parkedKeys === 0);
    });

    it('keeps a letter that fails again, and what is behind it', async () => {
      const refused = new Set(['key-0', 'key-1']);
      const { topic, record, member, redrive } = await scene('again', refused);
      await world.publish(topic, ['key-0', { n: 0 }], ['key-0', { n: 1 }], ['key-1', { n: 0 }], ['key-1', { n: 1 }]);
      await member.settled();
      refused.delete('key-1');
      expect(await redrive()).toEqual({ redriven: 2, remaining: 2 });
      refused.clear();
      expect(await redrive()).toEqual({ redriven: 2, remaining: 0 });
      expect(record.firstSeen()).toEqual({ 'key-0': [0, 1], 'key-1': [0, 1] });
    });

    it('stops at its limit and goes on from there', async () => {
      const refused = new Set(['key-0']);
      const { topic, record, member, redrive } = await scene('limit', refused);
      await world.publish(topic, ['key-0', { n: 0 }], ['key-0', { n: 1 }], ['key-0', { n: 2 }]);
      await member.settled();
      refused.clear();
      expect(await redrive({ limit: 2 })).toEqual({ redriven: 2, remaining: 1 });
      expect(await redrive()).toEqual({ redriven: 1, remaining: 0 });
      expect(record.of('key-0')).toEqual([0, 1, 2]);
    });
  });
}
