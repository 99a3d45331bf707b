import { infrastructure, startFaultProxy } from '@qucheng/testing';
import type { FaultProxy } from '@qucheng/testing';
import type { IncomingMessage, OutgoingMessage, Publisher } from '../types.ts';
import { complete, counting, createRecord, createWorld, series, until } from './world.ts';
import type { MessagingFactory, World } from './world.ts';

/** The shortest the brokers allow. */
const SESSION_TIMEOUT = 6_000;

export function describeFaults(create: MessagingFactory): void {
  describe('faults', () => {
    let world: World;
    let proxy: FaultProxy;
    const reach = () => ({ host: '127.0.0.1', port: proxy.port });
    beforeAll(async () => {
      world = createWorld(create, 'faults');
      proxy = await startFaultProxy(`kafka://${infrastructure().kafkaBrokers[0] ?? ''}`);
    });
    afterEach(() => {
      proxy.heal();
    });
    afterAll(async () => {
      await world.end();
      await proxy.close();
    });

    it('goes on after its connections were cut', async () => {
      const topic = await world.topic(3);
      const record = createRecord();
      const member = await world.member({ group: 'cut', topics: [topic], handle: record.see }, { reach });
      const publisher = world.messaging({ reach }).createPublisher();
      for (const n of counting(6)) {
        if (n % 2 === 1) proxy.reset();
        await publishUntilItWorks(publisher, series(topic, 5, 10, n * 10));
      }
      await member.settled();
      expect(record.firstSeen()).toEqual(complete(5, 60));
    }, 60_000);

    it('goes on after a connection was cut in the middle of an answer', async () => {
      const topic = await world.topic(1);
      const record = createRecord();
      await world.member({ group: 'halves', topics: [topic], handle: record.see }, { reach });
      for (const n of counting(3)) {
        await proxy.stallInsideAnswer();
        // Another connection's round trip: meanwhile the member has read its half.
        await world.publish(topic, ['key-0', { n }]);
        proxy.reset();
        await until(() => record.of('key-0').includes(n));
      }
      expect(record.firstSeen()).toEqual(complete(1, 3));
    });

    it('settles although the connection it asks through was cut', async () => {
      const topic = await world.topic(1);
      const record = createRecord();
      const member = await world.member({ group: 'asking', topics: [topic], handle: record.see }, { reach });
      await world.publish(topic, ['key-0', { n: 0 }]);
      proxy.reset();
      await member.settled();
      expect(record.firstSeen()).toEqual(complete(1, 1));
    });

    it('goes on after the brokers were away', async () => {
      const topic = await world.topic(3);
      const record = createRecord();
      let crashes = 0;
      const onCrash = (): void => void (crashes += 1);
      const member = await world.member({ group: 'away', topics: [topic], handle: record.see, onCrash }, { reach });
      const publisher = world.messaging({ reach }).createPublisher();
      await publisher.publish(series(topic, 5, 10));
      proxy.goDown();
      await expect(publisher.publish(series(topic, 5, 10, 10))).rejects.toThrow();
      proxy.heal();
      await publishUntilItWorks(publisher, series(topic, 5, 10, 10));
      await member.settled();
      expect(record.firstSeen()).toEqual(complete(5, 20));
      expect(crashes).toBe(0);
    }, 60_000);

    it('delivers to another member what one had not committed when it died', async () => {
      const topic = await world.topic(2);
      const record = createRecord();
      const handle = async (message: IncomingMessage): Promise<void> => {
        proxy.goDown();
        await record.see(message);
      };
      const options = { group: 'died', topics: [topic] };
      const first = await world.member({ ...options, handle }, { reach, sessionTimeout: SESSION_TIMEOUT });
      await world.publish(topic, ['key-0', { n: 0 }]);
      await until(() => record.total === 1);
      await world.publish(topic, ['key-0', { n: 1 }], ['key-1', { n: 0 }]);
      const second = await world.member({ ...options, handle: record.see });
      await second.settled();
      expect(record.of('key-0')).toEqual([0, 0, 1]);
      expect(record.of('key-1')).toEqual([0]);
      await until(() => !first.health().ready);
    }, 60_000);
  });
}

/** What the relay does: the same messages again, until the brokers have them. */
async function publishUntilItWorks(publisher: Publisher, messages: readonly OutgoingMessage[]): Promise<void> {
  for (;;) {
    try {
      await publisher.publish(messages);
      return;
    } catch {
      continue;
    }
  }
}
