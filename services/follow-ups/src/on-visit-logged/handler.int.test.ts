import { promise, startServiceUnderTest } from '../testing/service-under-test.ts';
import type { ServiceUnderTest } from '../testing/service-under-test.ts';

describe('when a visit was logged', () => {
  let street: ServiceUnderTest;
  beforeAll(async () => {
    street = await startServiceUnderTest();
  });
  afterAll(() => street.stop());

  it('makes its promise a follow-up of who promised', async () => {
    const firm = await street.knowFirm();
    const promised = promise('2026-05-25');
    const event = await street.visit(firm, { promise: promised });
    await street.settled();
    expect(await street.followUpsOf(firm)).toMatchObject([
      {
        enterpriseName: '江海餐饮',
        kind: 'promise',
        promise: 'sendActivityNotice',
        because: '走访时答应的事',
        dueOn: '2026-05-25',
        status: 'open',
        assigneeId: promised.assigneeId,
      },
    ]);
    const published = await street.feed.published('FollowUpScheduled');
    expect(published.find(({ subject }) => subject === firm)?.data).toMatchObject({
      cause: { eventId: event.id, code: 'promisedAtVisit' },
    });
  });

  it('changes nothing when the same event is delivered twice', async () => {
    const firm = await street.knowFirm();
    await street.cover(firm, { on: '2026-05-19' });
    const event = await street.visit(firm, { promise: promise('2026-05-25') });
    await street.settled();
    await street.feed.resend(event);
    await street.settled();
    expect(await street.followUpsOf(firm)).toMatchObject([{ version: 1 }]);
    expect(await street.followUpsOf(firm, '&status=done')).toMatchObject([{ version: 2, kind: 'thankAndVisit' }]);
  });

  it.each(['covered first', 'visited first'])('settles the thanks owed to the firm when it was %s', async (order) => {
    const firm = await street.knowFirm();
    const facts = [() => street.cover(firm, { on: '2026-05-18' }), () => street.visit(firm, { on: '2026-05-19' })];
    for (const fact of order === 'covered first' ? facts : facts.toReversed()) {
      await fact();
      await street.settled();
    }
    expect(await street.followUpsOf(firm)).toEqual([]);
    const published = await street.feed.published('FollowUpDone');
    expect(published.filter(({ subject }) => subject === firm)).toMatchObject([
      { data: { how: 'byVisit', on: '2026-05-19' } },
    ]);
  });

  it.each([
    ['a call', { kind: 'call' }],
    ['a visit before the activity', { on: '2026-05-18' }],
    ['a visit on the day of the activity', { on: '2026-05-19' }],
  ] as const)('does not take %s for the thanks', async (_, changes) => {
    const firm = await street.knowFirm();
    await street.cover(firm, { on: '2026-05-19' });
    await street.visit(firm, changes);
    await street.settled();
    expect(await street.followUpsOf(firm)).toMatchObject([{ kind: 'thankAndVisit', status: 'open' }]);
  });

  it('leaves promises to who made them', async () => {
    const firm = await street.knowFirm();
    await street.visit(firm, { promise: promise('2026-05-25') });
    await street.visit(firm);
    await street.settled();
    expect(await street.followUpsOf(firm)).toMatchObject([{ kind: 'promise', status: 'open' }]);
  });
});
