import { PermanentError } from '../types.ts';
import type { IncomingMessage } from '../types.ts';
import { createRecord, createWorld, until } from './world.ts';
import type { MessagingFactory, World } from './world.ts';

/** G8 of the reliability goals. */
const MUST_MOVE_ON_WITHIN = 5_000;

export function describeDeadLetters(create: MessagingFactory): void {
  describe('dead letters', () => {
    let world: World;
    beforeAll(() => {
      world = createWorld(create, 'dead-letters');
    });
    afterAll(() => world.end());

    const poisons: [string, (message: IncomingMessage) => void][] = [
      [
        'a rule that will never hold',
        () => {
          throw new PermanentError('unknown-firm', 'no such firm');
        },
      ],
      [
        'a handler that breaks on it',
        (message) => {
          (message as unknown as { missing: { read(): void } }).missing.read();
        },
      ],
    ];

    it.each(poisons)('sets a message aside because of %s, and moves on', async (title, refuse) => {
      const topic = await world.topic(1);
      const record = createRecord();
      const member = await world.member({
        group: title.replaceAll(' ', '-'),
        topics: [topic],
        handle: async (message) => {
          if (message.key === 'poison') refuse(message);
          await record.see(message);
        },
      });
      const since = Date.now();
      await world.publish(topic, ['poison', { n: 0 }], ['key-0', { n: 0 }], ['key-0', { n: 1 }]);
      await member.settled();
      expect(Date.now() - since).toBeLessThan(MUST_MOVE_ON_WITHIN);
      expect(record.of('key-0')).toEqual([0, 1]);
      expect(member.health()).toMatchObject({ deadLetters: 1, parkedKeys: 1 });
    });

    it('sets a message aside that is not JSON, without asking the handler', async () => {
      const topic = await world.topic(1);
      const record = createRecord();
      const member = await world.member({ group: 'not-json', topics: [topic], handle: record.see });
      await world.publishRaw(topic, 'poison', '{"n":');
      await world.publish(topic, ['key-0', { n: 0 }]);
      await member.settled();
      expect(record.firstSeen()).toEqual({ 'key-0': [0] });
      expect(member.health().deadLetters).toBe(1);
    });

    it('parks later messages of the key, also in another member and after a restart', async () => {
      const topic = await world.topic(2);
      const record = createRecord();
      const options = {
        group: 'parking',
        topics: [topic],
        handle: async (message: IncomingMessage) => {
          if (message.key === 'poison') throw new PermanentError('never', 'never');
          await record.see(message);
        },
      };
      const first = await world.member(options);
      await world.publish(topic, ['poison', { n: 0 }], ['poison', { n: 1 }]);
      await first.settled();
      expect(first.health()).toMatchObject({ deadLetters: 2, parkedKeys: 1 });
      await first.stop();

      const second = await world.member({ ...options, handle: record.see });
      expect(second.health()).toMatchObject({ deadLetters: 2, parkedKeys: 1 });
      await world.publish(topic, ['poison', { n: 2 }], ['key-0', { n: 0 }]);
      await second.settled();
      expect(record.firstSeen()).toEqual({ 'key-0': [0] });
      expect(second.health().deadLetters).toBe(3);
    });

    it('finds the one refused message of a batch and applies the others', async () => {
      const topic = await world.topic(1);
      const record = createRecord();
      await world.publish(topic, ['key-0', { n: 0 }], ['poison', { n: 0 }], ['key-0', { n: 1 }], ['poison', { n: 1 }]);
      const member = await world.member({
        group: 'batch',
        topics: [topic],
        handleBatch: async (messages) => {
          if (messages.some(({ key }) => key === 'poison')) throw new PermanentError('never', 'never');
          for (const message of messages) await record.see(message);
          return {};
        },
      });
      await member.settled();
      expect(record.firstSeen()).toEqual({ 'key-0': [0, 1] });
      expect(member.health()).toMatchObject({ deadLetters: 2, parkedKeys: 1 });
    });

    it('leaves each group its own dead letters', async () => {
      const topic = await world.topic(1);
      const record = createRecord();
      await world.publish(topic, ['key-0', { n: 0 }]);
      const refuses = await world.member({
        group: 'refuses',
        topics: [topic],
        handle: () => Promise.reject(new PermanentError('never', 'never')),
      });
      const accepts = await world.member({ group: 'accepts', topics: [topic], handle: record.see });
      await Promise.all([refuses.settled(), accepts.settled()]);
      await until(() => refuses.health().deadLetters === 1);
      expect(accepts.health().deadLetters).toBe(0);
      expect(record.of('key-0')).toEqual([0]);
    });
  });
}
