import { testScope } from '@qucheng/testing';
import { ulid } from 'ulid';
import { openOffice } from '../testing/open-office.ts';
import type { Office } from '../testing/open-office.ts';

describe("a firm's young employees over HTTP", () => {
  let office: Office;
  let firm: string;
  beforeAll(async () => {
    office = await openOffice();
    const body = { name: '数码店', creditCode: '92320213MAW09T0A5X', communityId: office.communities.江海新村 };
    firm = (await office.request('POST', '/enterprises', { body })).body.id;
  });
  afterAll(() => office.close());

  let calls = 0;
  // Everybody has a number of their own: the same person twice is refused.
  const register = (overrides: object = {}, as = office.secretary) =>
    office.request('POST', `/enterprises/${firm}/youth`, {
      as,
      body: {
        name: '贺䶮思',
        birthDate: '1999-05-28',
        phone: `138000050${String((calls += 1)).padStart(2, '0')}`,
        post: '店员',
        status: 'memberClaimed',
        consent: true,
        ...overrides,
      },
    });
  const roster = async (as = office.secretary) =>
    (await office.request('GET', `/enterprises/${firm}/youth`, { as })).body;

  it('shows them masked, verifies a member, and confirms the roster', async () => {
    const { body: written } = await register();
    expect(written).toEqual({ id: expect.any(String), version: 1, written: `roster-${firm}@1` });
    await register({ name: '古丽娜扎尔·艾合买提江', birthDate: '1993-02-01', phone: null, status: 'none' });
    expect(await roster()).toMatchObject({
      items: [
        {
          personId: written.id,
          name: '贺**',
          phone: '138****5001',
          birthYear: 1999,
          post: '店员',
          status: 'memberClaimed',
        },
        { name: '古**', phone: null, status: 'none' },
      ],
      counts: { members: 0, unverified: 1, total: 2 },
      confirmedOn: null,
      version: 2,
    });
    const verification = { method: 'certificate', result: 'member' };
    expect((await office.request('POST', `/youth/${written.id}/verification`, { body: verification })).status).toBe(
      201,
    );
    expect(
      (await office.request('POST', `/enterprises/${firm}/roster/confirmation`, { body: { on: '2026-11-01' } })).status,
    ).toBe(201);
    expect(await roster()).toMatchObject({ counts: { members: 1, unverified: 0 }, confirmedOn: '2026-11-01' });
    await office.service.settled();
    expect((await office.feed.published('RosterConfirmed'))[0]?.data).toMatchObject({
      enterpriseId: firm,
      members: 1,
      le35: 2,
    });
  });

  it('keeps nothing without consent', async () => {
    expect(await register({ consent: false })).toMatchObject({ status: 422, body: { fields: [{ path: 'consent' }] } });
  });

  it('knows a person who is sent twice, and gives the first answer to a repeated request', async () => {
    const key = ulid();
    const send = (withKey?: string) =>
      office.request('POST', `/enterprises/${firm}/youth`, {
        ...(withKey === undefined ? {} : { key: withKey }),
        body: { name: '苏𬭎', birthDate: '2000-01-01', status: 'none', consent: true },
      });
    const first = await send(key);
    expect(await send(key)).toMatchObject({ status: 201, body: { id: first.body.id } });
    expect(await send()).toMatchObject({ status: 409, body: { code: 'already-on-roster', title: '花名册上已有此人' } });
  });

  it('reveals a person for a reason, which is logged', async () => {
    const { body } = await register({ name: '陆桐', phone: '13800005002' });
    const reason = '电话核实团员身份';
    expect(await office.request('POST', `/youth/${body.id}/reveal`, { body: { reason } })).toMatchObject({
      status: 200,
      body: { name: '陆桐', phone: '13800005002', birthDate: '1999-05-28' },
    });
    expect(await office.dump()).toContain(reason);
    expect((await office.request('POST', `/youth/${body.id}/reveal`, { body: {} })).status).toBe(422);
  });

  it('does not find people of another street, of another community, or of another firm', async () => {
    const { body } = await register();
    const { streetId } = office.secretary;
    const outsiders = [
      testScope(),
      testScope({ streetId, role: 'cadre', communityIds: [office.communities.古运河] }),
      testScope({ streetId, role: 'firmContact', enterpriseId: body.id, through: 'link:1' }),
    ];
    for (const as of outsiders) {
      expect((await office.request('GET', `/enterprises/${firm}/youth`, { as })).status).toBe(404);
      const status = (await office.request('POST', `/youth/${body.id}/leave`, { as, body: {} })).status;
      expect(status).toBe(404);
    }
    const contact = testScope({ streetId, role: 'firmContact', enterpriseId: firm, through: 'link:1' });
    expect((await register({}, contact)).status).toBe(201);
    expect(
      (await office.request('POST', `/youth/${body.id}/reveal`, { as: contact, body: { reason: 'x' } })).status,
    ).toBe(403);
  });

  it('records a leave', async () => {
    const { body } = await register();
    const before = (await roster()).counts.total;
    expect((await office.request('POST', `/youth/${body.id}/leave`, { body: {} })).status).toBe(201);
    expect((await roster()).counts.total).toBe(before - 1);
  });

  it('erases a person for good: unreadable in every copy, gone from the list, others untouched', async () => {
    const { body } = await register({ name: '鲜于翀', phone: '13800005009' });
    const before = (await roster()).items.length;
    expect((await office.request('DELETE', `/youth/${body.id}`)).status).toBe(204);
    expect((await office.request('DELETE', `/youth/${body.id}`)).status).toBe(204);
    expect((await roster()).items).toHaveLength(before - 1);
    expect((await office.request('POST', `/youth/${body.id}/reveal`, { body: { reason: '核实' } })).status).toBe(404);
    expect(await office.dump()).toContain(
      `"_id":"${body.id}","streetId":"${office.secretary.streetId}","enterpriseId":"${firm}","wrapped":null`,
    );
    await office.service.settled();
    expect(
      (await office.feed.published('YoungEmployeeLeft')).filter(({ data }) => data.personId === body.id),
    ).toHaveLength(1);
  });

  it('keeps and tells nothing readable about anybody', async () => {
    await office.service.settled();
    const told = JSON.stringify([
      await office.feed.published('YoungEmployeeRegistered'),
      await office.feed.published('MemberVerified'),
    ]);
    const kept = await office.dump();
    for (const canary of ['贺䶮思', '陆桐', '鲜于翀', '古丽娜扎尔', '13800005', '1999-05-28']) {
      expect(told).not.toContain(canary);
      expect(kept).not.toContain(canary);
    }
  });
});
