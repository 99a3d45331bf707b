import { newId } from '@qucheng/service-kit';
import { startServiceUnderTest } from '../testing/service-under-test.ts';
import type { ServiceUnderTest } from '../testing/service-under-test.ts';

describe('when somebody was checked in', () => {
  let street: ServiceUnderTest;
  beforeAll(async () => {
    street = await startServiceUnderTest();
  });
  afterAll(() => street.stop());

  const covered = async (firm: string) => {
    await street.settled();
    await street.settled();
    const events = await street.feed.published('EnterpriseCovered');
    return events.filter(({ subject }) => subject === firm).map(({ data }) => data);
  };

  it('covers the firm once for the first time, and counts its people', async () => {
    const firm = await street.knowFirm();
    const people = await street.knowPeople(firm, 2);
    const { body: activity } = await street
      .post('/activities', {
        theme: 'canalWalk',
        title: '游古运河',
        startsAt: '2026-04-18T01:00:00Z',
        place: '古运河南门',
        capacity: 30,
        minimum: 1,
        closesAt: '2026-04-17T10:00:00Z',
        fee: 'free',
      })
      .expect(201);
    for (const personId of people) {
      const body = { enterpriseId: firm, personId, method: 'roster' };
      await street.post(`/activities/${activity.id}/check-ins`, body).expect(201);
    }
    const evidence = { enterpriseId: firm, activityId: activity.id, on: '2026-04-18', until: '2027-04-18' };
    expect(await covered(firm)).toEqual([
      { ...evidence, firstTime: true, people: 1 },
      { ...evidence, firstTime: false, people: 2 },
    ]);
  });

  it('changes nothing when the same event is delivered twice', async () => {
    const firm = newId();
    const data = {
      activityId: newId(),
      personId: newId(),
      enterpriseId: firm,
      method: 'paper',
      on: '2026-04-18',
    } as const;
    const event = await street.feed.send('AttendanceRecorded', data, { streetId: street.secretary.streetId });
    await street.feed.resend(event);
    expect(await covered(firm)).toHaveLength(1);
  });

  it('sets aside what another street says of the firm, and covers nothing', async () => {
    const firm = await street.knowFirm();
    const said = (streetId: string) => {
      const people = { activityId: newId(), personId: newId(), enterpriseId: firm };
      return street.feed.send('AttendanceRecorded', { ...people, method: 'paper', on: '2026-04-18' }, { streetId });
    };
    await said(street.secretary.streetId);
    await street.settled();
    await said(newId());
    expect(await covered(firm)).toHaveLength(1);
    expect((await street.get('/metrics')).text).toMatch(/^consumer_dead_letters\S* 1$/m);
  });

  it('keeps the window that was the rule on the day of the activity', async () => {
    const { streetId } = street.secretary;
    const rule = { key: 'coverage.windowMonths', text: '活动覆盖有效期', source: '街道团工委', from: '2026-04-10' };
    await street.feed.send(
      'RuleVersionSet',
      { ...rule, value: 6, version: '2026-04-10/coverage.windowMonths#1' },
      { streetId },
    );
    await street.settled();
    for (const [on, until] of [
      ['2026-04-09', '2027-04-09'],
      ['2026-04-18', '2026-10-18'],
    ] as const) {
      const firm = newId();
      const data = { activityId: newId(), personId: newId(), enterpriseId: firm, method: 'paper', on } as const;
      await street.feed.send('AttendanceRecorded', data, { streetId });
      expect(await covered(firm)).toMatchObject([{ on, until }]);
    }
  });
});
