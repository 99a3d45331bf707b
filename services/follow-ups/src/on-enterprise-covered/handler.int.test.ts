import { newId } from '@qucheng/service-kit';
import { testScope } from '@qucheng/testing';
import { NOW, startServiceUnderTest } from '../testing/service-under-test.ts';
import type { ServiceUnderTest } from '../testing/service-under-test.ts';

describe('when a firm was covered', () => {
  let street: ServiceUnderTest;
  beforeAll(async () => {
    street = await startServiceUnderTest();
  });
  afterEach(() => {
    street.world.now = NOW;
  });
  afterAll(() => street.stop());

  it('asks its owner to thank and visit within three working days', async () => {
    const ownerId = newId();
    const firm = await street.knowFirm({ ownerId });
    await street.settled();
    await street.cover(firm);
    await street.settled();
    expect(await street.followUpsOf(firm)).toMatchObject([
      { kind: 'thankAndVisit', promise: null, dueOn: '2026-05-25', assigneeId: ownerId },
    ]);
  });

  it('asks nobody when it had been covered before', async () => {
    const firm = await street.knowFirm();
    await street.cover(firm, { firstTime: false });
    await street.settled();
    expect(await street.followUpsOf(firm)).toEqual([]);
  });

  it('changes nothing when the same event is delivered twice', async () => {
    const firm = await street.knowFirm();
    await street.feed.resend(await street.cover(firm));
    await street.settled();
    expect(await street.followUpsOf(firm)).toMatchObject([{ version: 1 }]);
  });

  it('counts from the day the office knew of it', async () => {
    const firm = await street.knowFirm();
    await street.cover(firm, { on: '2026-05-13' });
    await street.settled();
    expect(await street.followUpsOf(firm)).toMatchObject([{ dueOn: '2026-05-25', daysLate: 0 }]);
  });

  it('counts as many working days as the rule says, and says when holidays were not known', async () => {
    street.world.now = new Date('2099-05-20T02:00:00Z');
    const { streetId } = street;
    const rule = { key: 'followUp.thankWorkingDays', text: '首次参加后致谢', source: '街道团工委', from: '2099-01-01' };
    const version = '2099-01-01/followUp.thankWorkingDays#1';
    await street.feed.send('RuleVersionSet', { ...rule, value: 1, version }, { streetId });
    await street.settled();
    const firm = await street.knowFirm();
    await street.cover(firm, { on: '2099-05-20' });
    await street.settled();
    const [item] = await street.followUpsOf(firm);
    expect(item).toMatchObject({ dueOn: '2099-05-21' });
    expect(item.because).toContain('按周一至周五计算');
  });

  it('lets the firm’s later owner find what was owed by nobody', async () => {
    const ownerId = newId();
    const firm = await street.knowFirm();
    await street.cover(firm);
    await street.settled();
    const about = { streetId: street.streetId, stream: `enterprise-${firm}`, version: 2 };
    await street.feed.send('OwnerAssigned', { enterpriseId: firm, cadreId: ownerId, from: '2026-05-20' }, about);
    await street.settled();
    const as = { ...street.secretary, accountId: ownerId };
    const { body } = await street.get(`/follow-ups?mine&enterpriseId=${firm}`, { as }).expect(200);
    expect(body.items).toMatchObject([{ enterpriseId: firm, assigneeId: ownerId }]);
  });

  it('asks everybody within reach while the firm has no owner, and nobody else', async () => {
    const [here, there] = [newId(), newId()];
    const firm = await street.knowFirm({ communityId: here });
    const mineAs = async (role: 'cadre' | 'streetSecretary', communityIds: string[] | null) => {
      const as = testScope({ streetId: street.streetId, role, communityIds });
      const { body } = await street.get(`/follow-ups?mine&enterpriseId=${firm}`, { as }).expect(200);
      return body.items.length;
    };
    const counts = async () =>
      Promise.all([mineAs('cadre', [here]), mineAs('cadre', [there]), mineAs('streetSecretary', null)]);
    await street.cover(firm);
    await street.settled();
    expect(await counts()).toEqual([1, 0, 1]);
    const about = { streetId: street.streetId, stream: `enterprise-${firm}`, version: 2 };
    await street.feed.send('OwnerAssigned', { enterpriseId: firm, cadreId: newId(), from: '2026-05-20' }, about);
    await street.settled();
    expect(await counts()).toEqual([0, 0, 0]);
  });
});
