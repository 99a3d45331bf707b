import { createEventFeed, dropTestData, TEST_INTERNAL_KEY, testConfig, testKeys } from '@qucheng/testing';
import type { Service } from '@qucheng/service-kit';
import request from 'supertest';
import { ulid } from 'ulid';
import { createService } from '../service.ts';

const config = testConfig('street-office', {
  tokenPrivateKey: testKeys.privateKey,
  firstAdminPassword: 'canal-lotus-2026',
});
const feed = createEventFeed(config);
let service: Service;
let admin: Headers;

interface Headers {
  readonly authorization: string;
  readonly 'x-session': string;
}

const signIn = (account: string, password: string) =>
  request(service.url()).post('/session').set('x-client-address', ulid()).send({ account, password });
const exchange = (session: string) =>
  request(service.url()).post('/internal/tokens').set('x-internal-key', TEST_INTERNAL_KEY).send({ session });
const post = (path: string, headers: Headers, body: object) =>
  request(service.url())
    .post(path)
    .set({ ...headers, 'x-client-address': ulid() })
    .send(body);

/** What the gateway sends along for somebody who signed in. */
async function enter(account: string, password: string): Promise<Headers> {
  const { headers } = await signIn(account, password).expect(201);
  const session = /^qc=([^;]+);/.exec(String(headers['set-cookie']))?.[1] ?? '';
  const { body } = await exchange(session).expect(201);
  return { authorization: `Bearer ${String(body.token)}`, 'x-session': session };
}

/** Somebody of one test only. */
async function newcomer(role = 'cadre') {
  const account = `new.${ulid().toLowerCase().slice(-8)}`;
  const password = 'harbor-maple-1234';
  const opened = { account, displayName: '新同事', role, communityIds: null, password };
  const { body } = await post('/accounts', admin, opened).expect(201);
  return { accountId: String(body.id), account, password, headers: await enter(account, password) };
}

beforeAll(async () => {
  await feed.start();
  service = await createService(config);
  await service.start();
  await request(service.url()).post('/internal/demo-street').set('x-internal-key', TEST_INTERNAL_KEY).expect(201);
  admin = await enter('admin', 'canal-lotus-2026');
});
afterAll(async () => {
  await service.stop();
  await feed.stop();
  await dropTestData(config);
});

describe('changing the own password', () => {
  const next = 'orchid-wharf-77';

  it('lets in the new one only, ends the other sessions and keeps the caller’s', async () => {
    const { account, password, headers } = await newcomer();
    const elsewhere = await enter(account, password);
    await post('/me/password', headers, { current: password, next }).expect(204);
    await exchange(headers['x-session']).expect(201);
    await exchange(elsewhere['x-session']).expect(401);
    await signIn(account, password).expect(401);
    await signIn(account, next).expect(201);
  });

  it('is refused with a wrong current one, naming the field, and changes nothing', async () => {
    const { account, password, headers } = await newcomer();
    const { body } = await post('/me/password', headers, { current: 'not this one', next }).expect(422);
    expect(body.fields).toEqual([{ path: 'current', code: 'wrong-password', message: '现在的密码不正确' }]);
    await signIn(account, password).expect(201);
  });

  it('counts with the tries to sign in, so that a session left open does not help to guess', async () => {
    const { account, password, headers } = await newcomer();
    const tries = await Promise.all(
      Array.from({ length: 11 }, () => post('/me/password', headers, { current: 'guess', next })),
    );
    expect(tries.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(1);
    await signIn(account, password).expect(429);
  });

  it('is answered again when the first answer got lost', async () => {
    const { account, password, headers } = await newcomer();
    const key = ulid();
    const change = (body: object) => post('/me/password', headers, body).set('Idempotency-Key', key);
    await change({ current: password, next }).expect(204);
    await change({ current: password, next }).expect(204);
    await change({ current: password, next: 'another-wharf-77' }).expect(422);
    await signIn(account, next).expect(201);
  });

  it('is told in no event', async () => {
    const { accountId, password, headers } = await newcomer();
    await post('/me/password', headers, { current: password, next }).expect(204);
    await service.settled();
    const told = (await feed.published('AccountOpened')).filter(({ data }) => data.accountId === accountId);
    expect(told).toHaveLength(1);
    expect(JSON.stringify(told)).not.toMatch(/orchid-wharf|harbor-maple/);
  });
});
