import { newId } from '@qucheng/service-kit';
import { testScope } from '@qucheng/testing';
import { NOW, promise, startServiceUnderTest } from '../testing/service-under-test.ts';
import type { ServiceUnderTest } from '../testing/service-under-test.ts';

describe('follow-ups', () => {
  let street: ServiceUnderTest;
  beforeAll(async () => {
    street = await startServiceUnderTest();
  });
  afterEach(() => {
    street.world.now = NOW;
  });
  afterAll(() => street.stop());

  const promised = async (on: string, firm?: string, assignee = newId()): Promise<{ firm: string; id: string }> => {
    const enterpriseId = firm ?? (await street.knowFirm());
    await street.visit(enterpriseId, { promise: promise(on, assignee) });
    await street.settled();
    const items = await street.followUpsOf(enterpriseId);
    return { firm: enterpriseId, id: items.at(-1).followUpId };
  };

  const moveFirm = async (enterpriseId: string, communityId: string): Promise<void> => {
    const moved = { enterpriseId, changes: { communityId }, source: { kind: 'typed', on: '2026-05-20' } } as const;
    const about = { streetId: street.streetId, stream: `enterprise-${enterpriseId}`, version: 2 };
    await street.feed.send('EnterpriseCorrected', moved, about);
    await street.settled();
  };

  it('are listed by due day, page by page', async () => {
    const firm = await street.knowFirm();
    for (const on of ['2026-06-03', '2026-06-01', '2026-06-02']) await promised(on, firm);
    const first = await street.get(`/follow-ups?enterpriseId=${firm}&limit=2`).expect(200);
    expect(first.body.items).toMatchObject([{ dueOn: '2026-06-01' }, { dueOn: '2026-06-02' }]);
    const { nextCursor } = first.body;
    const second = await street.get(`/follow-ups?enterpriseId=${firm}&limit=2&cursor=${nextCursor}`).expect(200);
    expect(second.body).toMatchObject({ items: [{ dueOn: '2026-06-03' }], nextCursor: null });
  });

  it('can be asked for by whose they are and by being late', async () => {
    const me = newId();
    const { firm } = await promised('2026-05-22', undefined, me);
    await promised('2026-05-30', firm, me);
    await promised('2026-05-22', firm);
    street.world.now = new Date('2026-05-24T16:00:00Z');
    const as = { ...street.secretary, accountId: me };
    const mine = await street.get(`/follow-ups?mine`, { as }).expect(200);
    expect(mine.body.items).toMatchObject([
      { dueOn: '2026-05-22', daysLate: 3 },
      { dueOn: '2026-05-30', daysLate: 0 },
    ]);
    const late = await street.get(`/follow-ups?overdue=1&enterpriseId=${firm}`).expect(200);
    expect(late.body.items).toMatchObject([{ dueOn: '2026-05-22' }, { dueOn: '2026-05-22' }]);
  });

  it('are done once, whoever asks again', async () => {
    const { firm, id } = await promised('2026-05-22');
    const key = newId();
    const first = await street.post(`/follow-ups/${id}/done`, {}, { key }).expect(201);
    expect(first.body).toMatchObject({ id, version: 2, written: `follow-up-${id}@2` });
    const again = await street.post(`/follow-ups/${id}/done`, {}, { key }).expect(201);
    expect(again.body).toEqual(first.body);
    const { body } = await street.post(`/follow-ups/${id}/snooze`, { until: '2026-06-10' }, { key }).expect(422);
    expect(body.code).toBe('key-reused');
    await street.post(`/follow-ups/${id}/done`, {}).expect(201);
    expect(await street.followUpsOf(firm)).toEqual([]);
    expect(await street.followUpsOf(firm, '&status=done')).toMatchObject([{ version: 2, daysLate: 0 }]);
  });

  it('take no free words, which may name people and would be kept for ever', async () => {
    const { id } = await promised('2026-05-22');
    const { body } = await street.post(`/follow-ups/${id}/done`, { note: '找了王店长' }).expect(422);
    expect(body.code).toBe('invalid-fields');
  });

  it('can be put off, not into the past', async () => {
    const { firm, id } = await promised('2026-05-22');
    await street.post(`/follow-ups/${id}/snooze`, { until: '2026-06-10' }).expect(201);
    expect(await street.followUpsOf(firm)).toMatchObject([{ dueOn: '2026-06-10', status: 'open', version: 2 }]);
    const { body } = await street.post(`/follow-ups/${id}/snooze`, { until: '2026-05-20' }).expect(422);
    expect(body).toMatchObject({ code: 'snooze-into-past', title: '请选择今天以后的日期' });
  });

  it('of another street are not there', async () => {
    const { firm, id } = await promised('2026-05-22');
    const as = testScope();
    const { body } = await street.get(`/follow-ups?enterpriseId=${firm}`, { as }).expect(200);
    expect(body.items).toEqual([]);
    await street.post(`/follow-ups/${id}/done`, {}, { as }).expect(404);
    await street.post(`/follow-ups/${id}/snooze`, { until: '2026-06-10' }, { as }).expect(404);
    await street.post(`/follow-ups/${newId()}/done`, {}).expect(404);
  });

  it('of another community are not there, also after the firm has moved', async () => {
    const [here, there] = [newId(), newId()];
    const as = testScope({ streetId: street.streetId, role: 'cadre', communityIds: [here] });
    const firm = await street.knowFirm({ communityId: here });
    const { id } = await promised('2026-05-22', firm);
    const seen = await street.get(`/follow-ups?enterpriseId=${firm}`, { as }).expect(200);
    expect(seen.body.items).toHaveLength(1);
    await moveFirm(firm, there);
    const { body } = await street.get('/follow-ups', { as }).expect(200);
    expect(body.items).not.toContainEqual(expect.objectContaining({ enterpriseId: firm }));
    await street.post(`/follow-ups/${id}/done`, {}, { as }).expect(404);
  });

  it('stay with who owes them when the firm has moved beyond their communities', async () => {
    const [here, there] = [newId(), newId()];
    const as = testScope({ streetId: street.streetId, role: 'cadre', communityIds: [here] });
    const firm = await street.knowFirm({ communityId: here, ownerId: as.accountId });
    const { id } = await promised('2026-05-22', firm, as.accountId);
    await moveFirm(firm, there);
    const mine = await street.get('/follow-ups?mine', { as }).expect(200);
    expect(mine.body.items).toMatchObject([{ followUpId: id }]);
    await street.post(`/follow-ups/${id}/snooze`, { until: '2026-06-10' }, { as }).expect(201);
    await street.post(`/follow-ups/${id}/done`, {}, { as }).expect(201);
    const beyond = await street.get(`/follow-ups?enterpriseId=${firm}&status=done`, { as }).expect(200);
    expect(beyond.body.items).toEqual([]);
  });

  it('are listed again after a crash between a commit and its list', async () => {
    const { firm, id } = await promised('2026-05-22');
    const { firm: other, id: behind } = await promised('2026-05-23');
    await street.post(`/follow-ups/${behind}/snooze`, { until: '2026-06-10' }).expect(201);
    await street.restart(async (database) => {
      const list = database.collection<{ _id: string }>('followUps');
      await list.deleteOne({ _id: id });
      await list.updateOne({ _id: behind }, { $set: { version: 1, dueOn: '2026-05-23' } });
    });
    expect(await street.followUpsOf(firm)).toMatchObject([{ followUpId: id }]);
    expect(await street.followUpsOf(other)).toMatchObject([{ dueOn: '2026-06-10', version: 2 }]);
  });
});
