import { newId } from '@qucheng/service-kit';
import { testScope } from '@qucheng/testing';
import { startServiceUnderTest } from '../testing/service-under-test.ts';
import type { ServiceUnderTest } from '../testing/service-under-test.ts';

const visit = {
  on: '2026-04-17',
  kind: 'visit',
  metWith: { post: '店长' },
  headcounts: null,
  needs: ['social'],
  attitude: 'open',
  promise: { kind: 'sendActivityNotice', on: '2026-04-20' },
};

describe('logging a visit', () => {
  let street: ServiceUnderTest;
  beforeAll(async () => {
    street = await startServiceUnderTest();
  });
  afterAll(() => street.stop());

  it('publishes it with the caller as visitor and as the one who keeps the promise', async () => {
    const firm = await street.knowFirm();
    const { body } = await street.post(`/enterprises/${firm}/visits`, visit).expect(201);
    expect(body).toMatchObject({ version: 1, written: `visits-${firm}@1` });
    await street.settled();
    const { accountId } = street.secretary;
    const events = await street.feed.published('VisitLogged');
    expect(events.find(({ data }) => data.visitId === body.id)).toMatchObject({
      subject: firm,
      data: { enterpriseId: firm, visitors: [accountId], promise: { ...visit.promise, assigneeId: accountId } },
    });
  });

  it('shows the visits of a firm, newest first, page by page', async () => {
    const firm = await street.knowFirm();
    for (const on of ['2026-04-01', '2026-04-02', '2026-04-03']) {
      await street.post(`/enterprises/${firm}/visits`, { ...visit, on }).expect(201);
    }
    const first = await street.get(`/enterprises/${firm}/visits?limit=2`).expect(200);
    expect(first.body).toMatchObject({
      items: [{ on: '2026-04-03', by: street.secretary.accountId }, { on: '2026-04-02' }],
      total: 3,
    });
    const second = await street.get(`/enterprises/${firm}/visits?limit=2&cursor=${first.body.nextCursor}`).expect(200);
    expect(second.body).toMatchObject({ items: [{ on: '2026-04-01' }], nextCursor: null });
  });

  it('gives the first answer to a repeated Idempotency-Key', async () => {
    const firm = await street.knowFirm();
    const key = newId();
    const first = await street.post(`/enterprises/${firm}/visits`, visit, { key }).expect(201);
    await street.post(`/enterprises/${firm}/visits`, { ...visit, on: '2026-04-16' }).expect(201);
    const again = await street.post(`/enterprises/${firm}/visits`, visit, { key }).expect(201);
    expect(again.body).toEqual(first.body);
    const { body } = await street.get(`/enterprises/${firm}/visits`);
    expect(body.total).toBe(2);
  });

  it('refuses the same key with another visit', async () => {
    const firm = await street.knowFirm();
    const key = newId();
    await street.post(`/enterprises/${firm}/visits`, visit, { key }).expect(201);
    const { body } = await street.post(`/enterprises/${firm}/visits`, { ...visit, needs: [] }, { key }).expect(422);
    expect(body.code).toBe('key-reused');
  });

  it('refuses a day in the future in the language of the reader', async () => {
    const firm = await street.knowFirm();
    const { body } = await street
      .post(`/enterprises/${firm}/visits`, { ...visit, on: '2026-04-19', promise: null })
      .set('Accept-Language', 'zh-TW')
      .expect(422);
    expect(body).toMatchObject({ code: 'visit-in-future', title: '走訪日期還沒有到' });
  });

  it('answers 404 for a firm that is unknown or of another street', async () => {
    const firm = await street.knowFirm();
    await street.post(`/enterprises/${newId()}/visits`, visit).expect(404);
    await street.post(`/enterprises/${firm}/visits`, visit, { as: testScope() }).expect(404);
    await street.get(`/enterprises/${firm}/visits`, { as: testScope() }).expect(404);
  });

  it('keeps a cadre to their own communities, also after the firm has moved', async () => {
    const [here, there] = [newId(), newId()];
    const cadre = testScope({ streetId: street.secretary.streetId, role: 'cadre', communityIds: [here] });
    const firm = await street.knowFirm({ communityId: here });
    await street.post(`/enterprises/${firm}/visits`, visit, { as: cadre }).expect(201);
    const { streetId } = street.secretary;
    const moved = {
      enterpriseId: firm,
      changes: { communityId: there },
      source: { kind: 'typed', on: '2026-04-18' },
    } as const;
    await street.feed.send('EnterpriseCorrected', moved, { streetId, stream: `enterprise-${firm}`, version: 2 });
    await street.settled();
    await street.post(`/enterprises/${firm}/visits`, visit, { as: cadre }).expect(404);
  });
});
