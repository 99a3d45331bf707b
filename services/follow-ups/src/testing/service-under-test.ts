import type { EventData } from '@qucheng/contracts';
import { newId } from '@qucheng/service-kit';
import {
  createEventFeed,
  dropTestData,
  firmRegistered,
  freshRedis,
  inDatabase,
  signedBy,
  testConfig,
  testScope,
} from '@qucheng/testing';
import type { TestScope } from '@qucheng/testing';
import type { mongo } from 'mongoose';
import request from 'supertest';
import { createService } from '../service.ts';

/** 2026-05-20, a Wednesday, 10:00 in Asia/Shanghai: an hour after the reminders of that day. */
export const NOW = new Date('2026-05-20T02:00:00Z');

/** The running service with its street; what other services do comes to it as events. `redisUrl` may name a worse one. */
export async function startServiceUnderTest({ redisUrl }: { redisUrl?: string } = {}) {
  const redis = freshRedis('follow-ups');
  const config = {
    ...testConfig('follow-ups'),
    redisUrl: redisUrl ?? redis.url,
    redisPrefix: redis.prefix,
    reconcileEveryMs: 100,
  };
  const feed = createEventFeed(config);
  const world = { now: NOW };
  let service = await createService(config, () => world.now);
  await feed.start();
  await service.start();
  const secretary = testScope();
  const { streetId } = secretary;

  const call = (method: 'get' | 'post', path: string, { as = secretary, key, body }: Call = {}) => {
    const asked = request(service.url())[method](path).set(signedBy(as));
    if (key !== undefined) asked.set('Idempotency-Key', key);
    return body === undefined ? asked : asked.send(body);
  };

  return {
    feed,
    redis,
    secretary,
    streetId,
    world,
    settled: () => service.settled(),
    get: (path: string, options?: Call) => call('get', path, options),
    post: (path: string, body: object, options?: Call) => call('post', path, { ...options, body }),
    followUpsOf: async (enterpriseId: string, query = '') =>
      (await call('get', `/follow-ups?enterpriseId=${enterpriseId}${query}`).expect(200)).body.items,
    knowFirm: async (changes: Partial<EventData<'EnterpriseRegistered'>> = {}): Promise<string> => {
      const enterpriseId = newId();
      const about = { streetId, stream: `enterprise-${enterpriseId}` };
      await feed.send('EnterpriseRegistered', { ...firmRegistered(enterpriseId), ...changes }, about);
      return enterpriseId;
    },
    visit: (enterpriseId: string, changes: Partial<EventData<'VisitLogged'>> = {}) =>
      feed.send('VisitLogged', { ...visitData(enterpriseId), ...changes }, { streetId, at: world.now.toISOString() }),
    cover: (enterpriseId: string, changes: Partial<EventData<'EnterpriseCovered'>> = {}) =>
      feed.send(
        'EnterpriseCovered',
        { ...coverageData(enterpriseId), ...changes },
        { streetId, at: world.now.toISOString() },
      ),
    /** Stops, does what a crash may leave behind, and starts again. */
    restart: async (between: (database: mongo.Db) => Promise<unknown> = () => Promise.resolve()) => {
      await service.stop();
      await inDatabase(config, between);
      service = await createService(config, () => world.now);
      await service.start();
    },
    stop: async () => {
      await service.stop();
      await feed.stop();
      await redis.drop();
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

export function promise(on: string, assigneeId = newId()) {
  return { kind: 'sendActivityNotice', on, assigneeId } as const;
}

function visitData(enterpriseId: string): EventData<'VisitLogged'> {
  return {
    visitId: newId(),
    enterpriseId,
    on: '2026-05-20',
    kind: 'visit',
    visitors: [newId()],
    metWith: { post: '店长' },
    headcounts: null,
    needs: [],
    attitude: 'open',
    promise: null,
  };
}

function coverageData(enterpriseId: string): EventData<'EnterpriseCovered'> {
  return { enterpriseId, activityId: newId(), on: '2026-05-20', firstTime: true, people: 1, until: '2027-05-20' };
}
