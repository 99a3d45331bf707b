import { Queue, Worker } from 'bullmq';
import { eventually, infrastructure, startFaultProxy } from '@qucheng/testing';
import type { FaultProxy } from '@qucheng/testing';
import { NOW, promise, startServiceUnderTest } from '../testing/service-under-test.ts';
import type { ServiceUnderTest } from '../testing/service-under-test.ts';
import { QUEUE_NAME } from './reminder-queue.ts';

const NEXT_DAY = new Date('2026-05-21T02:00:00Z');

describe('reminding', () => {
  let street: ServiceUnderTest;
  beforeAll(async () => {
    street = await startServiceUnderTest();
  });
  afterEach(() => {
    street.world.now = NOW;
  });
  afterAll(() => street.stop());

  const promised = async (on: string): Promise<{ firm: string; id: string }> => {
    const firm = await street.knowFirm();
    await street.visit(firm, { promise: promise(on) });
    await street.settled();
    return { firm, id: (await street.followUpsOf(firm))[0].followUpId };
  };
  const statusOf = async (firm: string) => (await street.followUpsOf(firm))[0].status;
  const becomesDue = (firm: string) => eventually('the reminder', async () => (await statusOf(firm)) === 'due');
  const remindersOf = async (firm: string) => {
    await street.settled();
    return (await street.feed.published('FollowUpCameDue')).filter(({ subject }) => subject === firm);
  };

  it('happens when the hour of the due day has come', async () => {
    const { firm } = await promised('2026-05-20');
    await becomesDue(firm);
    expect(await remindersOf(firm)).toHaveLength(1);
  });

  it('does not happen before, and leaves a delayed job with nothing but the id in it', async () => {
    const { firm, id } = await promised('2026-05-21');
    const queue = new Queue(QUEUE_NAME, { connection: { url: street.redis.url }, prefix: street.redis.prefix });
    const job = await queue.getJob(`fu-${id}-v1`);
    expect(job).toMatchObject({ data: { followUpId: id, version: 1 }, delay: 23 * 3_600_000 });
    await queue.close();
    expect(await statusOf(firm)).toBe('open');
  });

  it('is rebuilt by the reconciler when Redis has lost everything, and happens once', async () => {
    const { firm } = await promised('2026-05-21');
    street.world.now = NEXT_DAY;
    await street.redis.flush();
    await becomesDue(firm);
    await street.redis.flush();
    await street.restart();
    expect(await remindersOf(firm)).toHaveLength(1);
  });

  it('happens once however often the job is delivered', async () => {
    const { firm, id } = await promised('2026-05-21');
    street.world.now = NEXT_DAY;
    const queue = new Queue(QUEUE_NAME, { connection: { url: street.redis.url }, prefix: street.redis.prefix });
    await queue.addBulk(Array.from({ length: 20 }, () => ({ name: 'remind', data: { followUpId: id, version: 1 } })));
    await queue.close();
    await becomesDue(firm);
    expect(await remindersOf(firm)).toHaveLength(1);
  });

  it('happens again on the day it was put off to', async () => {
    const { firm, id } = await promised('2026-05-20');
    await becomesDue(firm);
    await street.post(`/follow-ups/${id}/snooze`, { until: '2026-05-21' }).expect(201);
    expect(await statusOf(firm)).toBe('open');
    street.world.now = NEXT_DAY;
    await street.redis.flush();
    await becomesDue(firm);
    expect(await remindersOf(firm)).toHaveLength(2);
  });

  it('does not happen for what is done', async () => {
    const { firm, id } = await promised('2026-05-21');
    await street.post(`/follow-ups/${id}/done`, {}).expect(201);
    street.world.now = NEXT_DAY;
    const queue = new Queue(QUEUE_NAME, { connection: { url: street.redis.url }, prefix: street.redis.prefix });
    await queue.promoteJobs();
    await queue.close();
    expect(await remindersOf(firm)).toEqual([]);
  });

  it('waits for the hour the street has set since', async () => {
    street.world.now = new Date('2099-05-20T02:00:00Z');
    const { firm, id } = await promised('2099-05-21');
    const [key, from] = ['followUp.reminderHour', '2099-05-01'];
    const afternoon = { key, from, value: 14, text: '下午提醒', source: '街道团工委', version: `${from}/${key}#1` };
    await street.feed.send('RuleVersionSet', afternoon, { streetId: street.streetId });
    await street.settled();
    street.world.now = new Date('2099-05-21T02:00:00Z');
    const queue = new Queue(QUEUE_NAME, { connection: { url: street.redis.url }, prefix: street.redis.prefix });
    await queue.promoteJobs();
    const two = Date.parse('2099-05-21T06:00:00Z');
    await eventually('its job waits until two o’clock', async () => {
      const job = await queue.getJob(`fu-${id}-v1`);
      return Math.abs(Date.now() + (job?.delay ?? 0) - two) < 60_000;
    });
    await queue.close();
    expect(await statusOf(firm)).toBe('open');
  });
});

describe('a worker that died at work', () => {
  let street: ServiceUnderTest;
  beforeAll(async () => {
    street = await startServiceUnderTest();
  });
  afterAll(() => street.stop());

  it('costs the reminder some seconds', async () => {
    const firm = await street.knowFirm();
    await street.visit(firm, { promise: promise('2026-05-21') });
    await street.settled();
    const where = { connection: { url: street.redis.url, maxRetriesPerRequest: null }, prefix: street.redis.prefix };
    // Takes the job and is never heard of again: no renewal of its lock, no end.
    let taken = false;
    const hang = () => {
      taken = true;
      return new Promise<void>(() => undefined);
    };
    await street.restart(async () => {
      const queue = new Queue(QUEUE_NAME, where);
      await queue.promoteJobs();
      await queue.close();
      const dying = new Worker(QUEUE_NAME, hang, { ...where, lockDuration: 1000, skipLockRenewal: true });
      dying.on('error', () => undefined);
      await eventually('the dying worker has the job', () => taken);
      await dying.close(true);
      street.world.now = NEXT_DAY;
    });
    const reminded = async () => (await street.followUpsOf(firm))[0].status === 'due';
    await eventually('another worker has reminded', reminded, { withinMs: 20_000 });
  });
});

describe('while Redis is away', () => {
  let redis: FaultProxy;
  let street: ServiceUnderTest;
  beforeAll(async () => {
    redis = await startFaultProxy(infrastructure().redisUrl);
    redis.goDown();
    street = await startServiceUnderTest({ redisUrl: redis.through(infrastructure().redisUrl) });
  });
  afterAll(async () => {
    await street.stop();
    await redis.close();
  });

  it.each(['from the start', 'after a while'])('promises are kept and done as ever, %s', async () => {
    redis.goDown();
    const [first, second] = [await street.knowFirm(), await street.knowFirm()];
    for (const firm of [first, second]) await street.visit(firm, { promise: promise('2026-05-20') });
    await street.settled();
    const [item] = await street.followUpsOf(first);
    await street.post(`/follow-ups/${item.followUpId}/done`, {}).expect(201);
    expect(await street.followUpsOf(second)).toMatchObject([{ status: 'open' }]);

    redis.heal();
    const reminded = async () => (await street.followUpsOf(second))[0].status === 'due';
    await eventually('the reminder after Redis came back', reminded);
  });
});

describe('while Redis hangs', () => {
  let redis: FaultProxy;
  let street: ServiceUnderTest;
  beforeAll(async () => {
    redis = await startFaultProxy(infrastructure().redisUrl);
    street = await startServiceUnderTest({ redisUrl: redis.through(infrastructure().redisUrl) });
  });
  afterAll(() => redis.close());

  it('promises are kept and done as ever, and the service stops within its time', async () => {
    const [first, second] = [await street.knowFirm(), await street.knowFirm()];
    await street.visit(first, { promise: promise('2026-05-21') });
    await street.settled();
    const [{ followUpId }] = await street.followUpsOf(first);
    redis.stall();
    await street.visit(second, { promise: promise('2026-05-20') });
    await eventually('the promise is listed', async () => (await street.followUpsOf(second)).length === 1);
    await street.post(`/follow-ups/${followUpId}/done`, {}).expect(201);
    await street.stop();
  }, 25_000);
});
