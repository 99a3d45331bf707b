import {
  createEventFeed,
  dropTestData,
  firmRegistered,
  inDatabase,
  signedBy,
  testConfig,
  testScope,
} from '@qucheng/testing';
import type { TestScope } from '@qucheng/testing';
import { newId } from '@qucheng/service-kit';
import type { EventData } from '@qucheng/contracts';
import type { mongo } from 'mongoose';
import request from 'supertest';
import { createService } from '../service.ts';

/** 2026-04-18, 10:00 in Asia/Shanghai: the hour of the spring outing in these tests. */
export const OUTING = new Date('2026-04-18T02:00:00Z');

/** The running service with its street: firms and people become known to it by events, as in production. */
export async function startServiceUnderTest(now = OUTING) {
  const config = testConfig('activity-coverage');
  const feed = createEventFeed(config);
  const world = { now };
  let service = await createService(config, () => world.now);
  await feed.start();
  await service.start();
  const secretary = testScope();
  const { streetId } = secretary;

  const call = (method: 'get' | 'post' | 'delete', path: string, { as = secretary, key, body }: Call = {}) => {
    const asked = request(service.url())[method](path).set(signedBy(as));
    if (key !== undefined) asked.set('Idempotency-Key', key);
    return body === undefined ? asked : asked.send(body);
  };

  return {
    settled: () => service.settled(),
    feed,
    secretary,
    world,
    get: (path: string, options?: Call) => call('get', path, options),
    post: (path: string, body: object, options?: Call) => call('post', path, { ...options, body }),
    remove: (path: string, options?: Call) => call('delete', path, options),
    knowFirm: async (changes: Partial<EventData<'EnterpriseRegistered'>> = {}, street = streetId): Promise<string> => {
      const enterpriseId = newId();
      const about = { streetId: street, stream: `enterprise-${enterpriseId}` };
      await feed.send('EnterpriseRegistered', { ...firmRegistered(enterpriseId), ...changes }, about);
      return enterpriseId;
    },
    knowPeople: async (enterpriseId: string, count: number, street = streetId): Promise<string[]> => {
      const people = Array.from({ length: count }, () => newId());
      const stream = `roster-${enterpriseId}`;
      for (const [index, personId] of people.entries()) {
        const data = { personId, enterpriseId, birthYear: 2000, status: 'none', consentOn: '2026-04-01' } as const;
        await feed.send('YoungEmployeeRegistered', data, { streetId: street, stream, version: index + 1 });
      }
      await service.settled();
      return people;
    },
    /** Stops, does what a crash may leave behind, and starts again. */
    restart: async (between: (database: mongo.Db) => Promise<unknown>) => {
      await service.stop();
      await inDatabase(config, between);
      service = await createService(config, () => world.now);
      await service.start();
    },
    stop: async () => {
      await service.stop();
      await feed.stop();
      await dropTestData(config);
    },
  };
}

export type ServiceUnderTest = Awaited<ReturnType<typeof startServiceUnderTest>>;

interface Call {
  readonly as?: TestScope;
  readonly key?: string;
  readonly body?: object;
}
