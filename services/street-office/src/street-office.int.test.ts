import { AccountItem, CommunityItem, Id, Me, SettingItem } from '@qucheng/contracts';
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
import { createService } from './service.ts';

const HOUR = 3_600_000;
const config = testConfig('street-office', {
  tokenPrivateKey: testKeys.privateKey,
  firstAdminPassword: 'canal-lotus-2026',
});
const feed = createEventFeed(config);
let now = new Date();
let service: Service;
let streetId: string;
let accounts: { account: string; password: string; role: string }[];

const internal = (method: 'get' | 'post', path: string) =>
  request(service.url())[method](`/internal${path}`).set('x-internal-key', TEST_INTERNAL_KEY);
const signIn = (account: string, password: string) =>
  request(service.url()).post('/session').set('x-client-address', ulid()).send({ account, password });
const passwordOf = (account: string) => accounts.find((each) => each.account === account)?.password ?? '';
async function sessionOf(account: string): Promise<string> {
  const { headers } = await signIn(account, passwordOf(account)).expect(201);
  return /^qc=([^;]+);/.exec(String(headers['set-cookie']))?.[1] ?? '';
}
async function tokenOf(account: string): Promise<{ authorization: string }> {
  const { body } = await internal('post', '/tokens')
    .send({ session: await sessionOf(account) })
    .expect(201);
  return { authorization: `Bearer ${String(body.token)}` };
}

beforeAll(async () => {
  await feed.start();
  service = await createService(config, () => now);
  await service.start();
  await internal('get', '/streets').expect(200, []);
  const { body } = await internal('post', '/demo-street').expect(201);
  ({ streetId, accounts } = body as { streetId: string; accounts: typeof accounts });
});
afterAll(async () => {
  await service.stop();
  await feed.stop();
  await dropTestData(config);
});
beforeEach(() => {
  now = new Date();
});

describe('the demo street', () => {
  it('is opened once, however often it is asked for, and tells the same sign-ins', async () => {
    const again = await internal('post', '/demo-street').expect(201);
    expect(again.body.accounts).toEqual(expect.arrayContaining(accounts.map((each) => expect.objectContaining(each))));
    expect((await internal('get', '/streets').expect(200)).body).toEqual([{ streetId, name: '江海街道' }]);
    await service.settled();
    expect(await feed.published('StreetOpened')).toHaveLength(1);
    expect(await feed.published('CommunityAdded')).toHaveLength(8);
    expect(await feed.published('AccountOpened')).toHaveLength(accounts.length);
    expect(await feed.published('RuleVersionSet')).toHaveLength(17);
  });

  it('says no name of a person in any event', async () => {
    await service.settled();
    const published = [...(await feed.published('StreetOpened')), ...(await feed.published('AccountOpened'))];
    expect(JSON.stringify(published)).not.toMatch(/周志强|陆思远|管理员/);
  });
});

describe('signing in', () => {
  it('gives a cookie no script can read, and a token that says who one is', async () => {
    const { headers } = await signIn('zhouzhiqiang', passwordOf('zhouzhiqiang')).expect(201);
    expect(String(headers['set-cookie'])).toMatch(/^qc=[\w-]{43}; Path=\/; Max-Age=604800; HttpOnly; SameSite=Lax$/);
    const { body } = await request(service.url())
      .get('/me')
      .set(await tokenOf('zhouzhiqiang'))
      .expect(200);
    const me = Me.parse(body);
    expect(me).toMatchObject({
      displayName: '周志强',
      role: 'streetSecretary',
      street: { streetId, name: '江海街道' },
      communityIds: null,
    });
    expect(me.actions).toContain('formation.decide');
    expect(me.actions).not.toContain('office.manage');
  });

  it('lets in who begins the account with a capital or pastes with blanks and a line break', async () => {
    await signIn(' ShenYiFan ', passwordOf('shenyifan')).expect(201);
    await signIn('shenyifan', ` ${passwordOf('shenyifan')}\n`).expect(201);
  });

  it('counts a pasted password as one try', async () => {
    const tries = await Promise.all(Array.from({ length: 10 }, () => signIn('wuguanchao', ' guess\n')));
    expect(tries.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 401));
  });

  it('binds the cookie to the host behind https', async () => {
    const { headers } = await signIn('admin', 'canal-lotus-2026').set('x-forwarded-proto', 'https').expect(201);
    expect(String(headers['set-cookie'])).toMatch(/^__Host-qc=.*; HttpOnly; SameSite=Lax; Secure$/);
  });

  it('answers an unknown account and a wrong password alike', async () => {
    const unknown = await signIn('nobody', 'whatever it is').expect(401);
    const wrong = await signIn('lusiyuan', 'not this one').expect(401);
    expect(unknown.body).toEqual(wrong.body);
    expect(wrong.body).toMatchObject({ code: 'wrong-account-or-password', title: '账号或密码不正确' });
  });

  it('is refused after ten tries of one account within a minute, from wherever, and open again after it', async () => {
    const tries = await Promise.all(Array.from({ length: 12 }, () => signIn('guwenjing', 'guess')));
    expect(tries.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(2);
    await signIn('guwenjing', passwordOf('guwenjing')).expect(429).expect('Retry-After', '60');
    now = new Date(Date.now() + 61_000);
    await signIn('guwenjing', passwordOf('guwenjing')).expect(201);
  });
});

describe('a session', () => {
  it('ends by signing out', async () => {
    const session = await sessionOf('lusiyuan');
    await internal('post', '/tokens').send({ session }).expect(201);
    const { headers } = await request(service.url()).delete('/session').set('x-session', session).expect(204);
    expect(String(headers['set-cookie'])).toContain('qc=; Path=/; Max-Age=0');
    await internal('post', '/tokens').send({ session }).expect(401);
  });

  it('ends after half a day without use', async () => {
    const session = await sessionOf('lusiyuan');
    now = new Date(Date.now() + 11 * HOUR);
    await internal('post', '/tokens').send({ session }).expect(201);
    now = new Date(Date.now() + 22 * HOUR);
    await internal('post', '/tokens').send({ session }).expect(201);
    now = new Date(Date.now() + 35 * HOUR);
    await internal('post', '/tokens').send({ session }).expect(401);
  });

  it('ends after a week of use', async () => {
    const session = await sessionOf('lusiyuan');
    for (let hours = 10; hours < 168; hours += 10) {
      now = new Date(Date.now() + hours * HOUR);
      await internal('post', '/tokens').send({ session }).expect(201);
    }
    now = new Date(Date.now() + 169 * HOUR);
    await internal('post', '/tokens').send({ session }).expect(401);
  });
});

describe('directories', () => {
  it('name communities and accounts of the own street only', async () => {
    const headers = await tokenOf('qianyue');
    const communities = await request(service.url()).get('/communities').set(headers).expect(200);
    expect(
      CommunityItem.array()
        .parse(communities.body.items)
        .map(({ name }) => name),
    ).toContain('古运河社区');
    const found = await request(service.url()).get('/accounts').set(headers).expect(200);
    expect(AccountItem.array().parse(found.body.items)).toHaveLength(accounts.length);
    const foreign = testScope({ role: 'admin' });
    await request(service.url()).get('/communities').set(signedBy(foreign)).expect(404);
    expect((await request(service.url()).get('/accounts').set(signedBy(foreign)).expect(200)).body.items).toEqual([]);
  });

  it('show nothing to a token that has expired', async () => {
    await request(service.url())
      .get('/me')
      .set(signedBy(testScope({ streetId }), { expiresIn: -1 }))
      .expect(401);
  });
});

describe('settings', () => {
  const change = {
    key: 'roster.maxAgeDays',
    value: 120,
    from: '2027-01-01',
    text: '底数一百二十天内核实',
    source: '街道团工委 2026 年第 5 号',
  };

  it('say where they come from', async () => {
    const { body } = await request(service.url())
      .get('/settings')
      .set(await tokenOf('lusiyuan'))
      .expect(200);
    const items = SettingItem.array().parse(body.items);
    expect(items.find(({ key }) => key === 'founding.minimumMembers')).toMatchObject({
      value: 3,
      source: '团章 2023 第二十二条',
    });
  });

  it('are changed by the admin, from a day on, and the change is published', async () => {
    const headers = await tokenOf('admin');
    const key = ulid();
    const set = () => request(service.url()).post('/settings').set(headers).set('Idempotency-Key', key).send(change);
    const first = await set().expect(201);
    expect((await set().expect(201)).body).toEqual(first.body);
    await service.settled();
    const published = (await feed.published('RuleVersionSet')).filter(({ data }) => data.value === 120);
    expect(published.map(({ data }) => data.version)).toEqual(['2027-01-01/roster.maxAgeDays#1']);
  });

  it('cannot be changed by others, invented, or given another kind of value', async () => {
    await request(service.url())
      .post('/settings')
      .set(await tokenOf('zhouzhiqiang'))
      .send(change)
      .expect(403);
    const headers = await tokenOf('admin');
    const invented = await request(service.url())
      .post('/settings')
      .set(headers)
      .send({ ...change, key: 'made.up' })
      .expect(422);
    expect(invented.body.code).toBe('unknown-setting');
    await request(service.url())
      .post('/settings')
      .set(headers)
      .send({ ...change, value: 'many' })
      .expect(422);
  });
});

describe('an account', () => {
  const command = () => ({
    account: `new.${ulid().toLowerCase().slice(-8)}`,
    displayName: '新同事',
    role: 'cadre',
    communityIds: null,
    password: 'harbor-maple-1234',
  });

  it('opened by the admin can sign in', async () => {
    const wanted = command();
    const { body } = await request(service.url())
      .post('/accounts')
      .set(await tokenOf('admin'))
      .send(wanted)
      .expect(201);
    expect(Id.safeParse(body.id).success).toBe(true);
    expect((await signIn(wanted.account, wanted.password).expect(201)).body).toEqual({ accountId: body.id });
  });

  it('is not opened under a name that is taken, in a community of another street, or by somebody else', async () => {
    const headers = await tokenOf('admin');
    await request(service.url())
      .post('/accounts')
      .set(headers)
      .send({ ...command(), account: 'admin' })
      .expect(409);
    const { body } = await request(service.url())
      .post('/accounts')
      .set(headers)
      .send({ ...command(), communityIds: [ulid()] })
      .expect(422);
    expect(body.code).toBe('unknown-community');
    await request(service.url())
      .post('/accounts')
      .set(await tokenOf('lusiyuan'))
      .send(command())
      .expect(403);
  });
});
