import { testScope } from '@qucheng/testing';
import { ulid } from 'ulid';
import { openOffice } from '../testing/open-office.ts';
import type { Office } from '../testing/open-office.ts';

const CODE = '91320213MAK0R8TD3K';

describe('registering a firm over HTTP', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());

  const firm = (overrides: object = {}) => ({
    name: '江苏霖恒家政服务部',
    creditCode: CODE,
    industry: '居民服务业',
    communityId: office.communities.江海新村,
    contacts: [{ name: '贺䶮思', post: '店长', phone: '13800001234' }],
    ...overrides,
  });

  it('answers 201, shows the firm with its contact masked, and tells the others', async () => {
    const written = await office.request('POST', '/enterprises', { body: firm() });
    expect(written).toMatchObject({ status: 201, body: { version: 1 } });
    const { id } = written.body;
    expect(written.body.written).toBe(`enterprise-${id}@1`);
    const shown = await office.request('GET', `/enterprises/${id}`);
    expect(shown.body).toMatchObject({
      enterpriseId: id,
      creditCode: CODE,
      industryCode: '80',
      serviceTrade: true,
      contacts: [{ name: '贺**', post: '店长', phone: '138****1234' }],
      version: 1,
    });
    await office.service.settled();
    const [event] = await office.feed.published('EnterpriseRegistered');
    expect(event).toMatchObject({
      subject: id,
      data: { enterpriseId: id, creditCode: CODE, contactIds: [shown.body.contacts[0].contactId] },
    });
    expect(JSON.stringify(event)).not.toMatch(/䶮|1380000|sealed/);
  });

  it('names the firm that has the code already', async () => {
    const again = await office.request('POST', '/enterprises', { body: firm({ name: '别的店' }), language: 'en' });
    expect(again).toMatchObject({
      status: 409,
      body: {
        code: 'code-taken',
        fields: [{ path: 'creditCode', message: 'Registered already by “江苏霖恒家政服务部”' }],
      },
    });
  });

  it('gives the first answer when the same request comes again, and registers one firm when two race', async () => {
    const key = ulid();
    const body = firm({ creditCode: '92320213MAW09T0A5X', name: '数码店' });
    const first = await office.request('POST', '/enterprises', { body, key });
    const second = await office.request('POST', '/enterprises', { body, key });
    expect([first.status, second.status, second.body.id]).toEqual([201, 201, first.body.id]);
    const racing = await Promise.all(
      Array.from({ length: 8 }, () =>
        office.request('POST', '/enterprises', { body: firm({ creditCode: '91320213MA95MEDB9M' }) }),
      ),
    );
    expect(racing.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(racing.filter(({ status }) => status === 409)).toHaveLength(7);
  });

  it('refuses a key that comes again for another firm, and leaves that firm free to be registered', async () => {
    const key = ulid();
    const one = firm({ creditCode: null, noCodeReason: 'applying', name: '一号店' });
    const other = firm({ creditCode: null, noCodeReason: 'applying', name: '二号店' });
    expect((await office.request('POST', '/enterprises', { body: one, key })).status).toBe(201);
    const reused = await office.request('POST', '/enterprises', { body: other, key });
    expect(reused).toMatchObject({ status: 422, body: { code: 'key-reused' } });
    expect((await office.request('POST', '/enterprises', { body: other })).status).toBe(201);
  });

  it.each([
    ['a code with a wrong digit', { creditCode: '91320213MA97HXUG4L' }, 'creditCode', 'code-digit'],
    [
      'a community the street does not have',
      { communityId: ulid(), creditCode: null },
      'communityId',
      'community-unknown',
    ],
    ['no name', { name: ' ' }, 'name', 'required'],
  ])('refuses %s with 422 and names the field', async (_, change, path, code) => {
    const refused = await office.request('POST', '/enterprises', { body: firm(change) });
    expect(refused).toMatchObject({ status: 422, body: { code: 'invalid-fields', fields: [{ path, code }] } });
  });

  it('answers 404 for a firm of another street and 403 to who may not register', async () => {
    const { body } = await office.request('POST', '/enterprises', { body: firm({ creditCode: '93320213MATTJN9C8Q' }) });
    const stranger = testScope();
    expect((await office.request('GET', `/enterprises/${body.id}`, { as: stranger })).status).toBe(404);
    const owner = { cadreId: ulid() };
    expect((await office.request('POST', `/enterprises/${body.id}/owner`, { as: stranger, body: owner })).status).toBe(
      404,
    );
    const viewer = testScope({ streetId: office.secretary.streetId, role: 'districtViewer' });
    expect((await office.request('POST', '/enterprises', { as: viewer, body: firm() })).status).toBe(403);
  });

  it('keeps cadres to their communities', async () => {
    const cadre = testScope({
      streetId: office.secretary.streetId,
      role: 'cadre',
      communityIds: [office.communities.古运河],
    });
    const foreign = await office.request('POST', '/enterprises', {
      as: cadre,
      body: firm({ creditCode: '92320213MA4A5JR553' }),
    });
    expect(foreign).toMatchObject({ status: 422, body: { fields: [{ code: 'community-not-yours' }] } });
    const { body } = await office.request('POST', '/enterprises', { body: firm({ creditCode: '92320213MAUCW75594' }) });
    expect((await office.request('GET', `/enterprises/${body.id}`, { as: cadre })).status).toBe(404);
  });

  it('takes the same news of a community twice for one', async () => {
    const { streetId } = office.secretary;
    const communityId = ulid();
    const news = await office.feed.send('CommunityAdded', { communityId, name: '靖海社区' }, { streetId });
    await office.feed.resend(news);
    await office.service.settled();
    const written = await office.request('POST', '/enterprises', {
      body: firm({ creditCode: '93320213MA3LLGL11C', communityId }),
    });
    expect(written.status).toBe(201);
  });

  it('gives a firm an owner, once', async () => {
    const { body } = await office.request('POST', '/enterprises', {
      body: firm({ creditCode: null, noCodeReason: 'applying', name: '新店' }),
    });
    const owner = { cadreId: ulid(), from: '2026-11-02' };
    expect(await office.request('POST', `/enterprises/${body.id}/owner`, { body: owner })).toMatchObject({
      status: 201,
      body: { version: 2 },
    });
    expect(await office.request('POST', `/enterprises/${body.id}/owner`, { body: owner })).toMatchObject({
      status: 201,
      body: { version: 2 },
    });
    expect((await office.request('GET', `/enterprises/${body.id}`)).body.ownerId).toBe(owner.cadreId);
  });
});
