import { AccountItem, ManagedAccount } from '@qucheng/contracts';
import {
  createEventFeed,
  dropTestData,
  signedBy,
  TEST_INTERNAL_KEY,
  testConfig,
  testKeys,
  testScope,
} from '@qucheng/testing';
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
const post = (path: string, headers: object, body: object) =>
  request(service.url())
    .post(path)
    .set({ ...headers, 'x-client-address': ulid() })
    .send(body);

const sessionIn = (headers: Record<string, unknown>): string | undefined =>
  /^qc=([^;]+);/.exec(String(headers['set-cookie']))?.[1];

/** What the gateway sends along for somebody who signed in. */
async function enter(account: string, password: string): Promise<Headers> {
  const { headers } = await signIn(account, password).expect(201);
  const session = sessionIn(headers) ?? '';
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

describe('resetting a password', () => {
  const password = 'violet-teapot-31';

  it('lets in the new one only and ends all sessions of that account', async () => {
    const { accountId, account, password: before, headers } = await newcomer();
    await post(`/accounts/${accountId}/password`, admin, { password }).expect(204);
    await exchange(headers['x-session']).expect(401);
    await signIn(account, before).expect(401);
    await signIn(account, password).expect(201);
  });

  it('leaves no session behind to who signs in with the old one meanwhile', async () => {
    const { accountId, account, password: before } = await newcomer();
    const [entered] = await Promise.all([
      Promise.all(Array.from({ length: 9 }, () => signIn(account, before))),
      post(`/accounts/${accountId}/password`, admin, { password }).expect(204),
    ]);
    const sessions = entered.flatMap(({ headers }) => sessionIn(headers) ?? []);
    const held = await Promise.all(sessions.map((session) => exchange(session)));
    expect(held.map(({ status }) => status)).toEqual(sessions.map(() => 401));
  });

  it('is refused for a short password, naming the field', async () => {
    const { accountId } = await newcomer();
    const { body } = await post(`/accounts/${accountId}/password`, admin, { password: 'short' }).expect(422);
    expect(body.fields).toMatchObject([{ path: 'password', code: 'too-small' }]);
  });

  it('is for the admin of the own street', async () => {
    const { accountId, headers } = await newcomer('streetSecretary');
    await post(`/accounts/${accountId}/password`, headers, { password }).expect(403);
    const foreign = signedBy(testScope({ role: 'admin' }));
    await post(`/accounts/${accountId}/password`, foreign, { password }).expect(404);
    await post(`/accounts/${ulid()}/password`, admin, { password }).expect(404);
  });
});

describe('closing an account', () => {
  it('ends its sessions at once and lets it in no more, answering like a wrong password', async () => {
    const { accountId, account, password, headers } = await newcomer();
    await post(`/accounts/${accountId}/closing`, admin, {}).expect(204);
    await exchange(headers['x-session']).expect(401);
    const { body } = await signIn(account, password).expect(401);
    expect(body.code).toBe('wrong-account-or-password');
  });

  it('keeps its name in the directory, and tells the day to the admin only', async () => {
    const { accountId, account } = await newcomer();
    const { headers } = await newcomer();
    await post(`/accounts/${accountId}/closing`, admin, {}).expect(204);
    const listed = async (by: Headers) => {
      const { body } = await request(service.url()).get('/accounts').set('authorization', by.authorization).expect(200);
      return (body.items as { accountId: string }[]).find((item) => item.accountId === accountId);
    };
    expect(ManagedAccount.parse(await listed(admin))).toMatchObject({ account, communityIds: null });
    expect(ManagedAccount.parse(await listed(admin)).closedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(AccountItem.strict().parse(await listed(headers)).displayName).toBe('新同事');
  });

  it('is done once, however often it is asked for, and its password is reset no more', async () => {
    const { accountId } = await newcomer();
    await post(`/accounts/${accountId}/closing`, admin, {}).expect(204);
    await post(`/accounts/${accountId}/closing`, admin, {}).expect(204);
    const { body } = await post(`/accounts/${accountId}/password`, admin, { password: 'violet-teapot-31' }).expect(422);
    expect(body.code).toBe('account-closed');
  });

  it('is not done to oneself, by others, or from another street', async () => {
    const { accountId, headers } = await newcomer('admin');
    const { body } = await post(`/accounts/${accountId}/closing`, headers, {}).expect(422);
    expect(body.title).toBe('不能停用自己正在使用的账号，请由另一位管理员操作');
    const cadre = await newcomer();
    await post(`/accounts/${accountId}/closing`, cadre.headers, {}).expect(403);
    await post(`/accounts/${accountId}/closing`, signedBy(testScope({ role: 'admin' })), {}).expect(404);
  });

  it('takes the looking after accounts away before its token has run out', async () => {
    const { accountId, password, headers } = await newcomer('admin');
    const other = await newcomer();
    await post(`/accounts/${accountId}/closing`, admin, {}).expect(204);
    await post(`/accounts/${other.accountId}/password`, headers, { password }).expect(401);
    await post(`/accounts/${other.accountId}/closing`, headers, {}).expect(401);
    const opened = { account: 'way.back', displayName: '新同事', role: 'admin', communityIds: null, password };
    await post('/accounts', headers, opened).expect(401);
    await post('/me/password', headers, { current: password, next: 'violet-teapot-31' }).expect(401);
  });
});
