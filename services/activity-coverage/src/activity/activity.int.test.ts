import { newId } from '@qucheng/service-kit';
import { testScope } from '@qucheng/testing';
import { OUTING, startServiceUnderTest } from '../testing/service-under-test.ts';
import type { ServiceUnderTest } from '../testing/service-under-test.ts';

const outing = {
  theme: 'springOuting',
  title: '春日踏青',
  startsAt: '2026-04-18T01:00:00Z',
  place: '古运河南门',
  capacity: 3,
  minimum: 1,
  closesAt: '2026-04-17T10:00:00Z',
  fee: 'free',
};
const WEEK_BEFORE = new Date('2026-04-11T02:00:00Z');

describe('an activity', () => {
  let street: ServiceUnderTest;
  let firm: string;
  let people: string[];
  beforeAll(async () => {
    street = await startServiceUnderTest(WEEK_BEFORE);
    firm = await street.knowFirm();
    people = await street.knowPeople(firm, 8);
  });
  afterEach(() => {
    street.world.now = WEEK_BEFORE;
  });
  afterAll(() => street.stop());

  const publish = async (changes: object = {}): Promise<string> => {
    const { body } = await street.post('/activities', { ...outing, ...changes }).expect(201);
    return body.id;
  };
  const signUp = (activity: string, personId: string | undefined, key?: string) =>
    street.post(`/activities/${activity}/sign-ups`, { enterpriseId: firm, personId }, key === undefined ? {} : { key });
  const checkIn = (activity: string, personId: string | undefined, method = 'roster') =>
    street.post(`/activities/${activity}/check-ins`, { enterpriseId: firm, personId, method });

  it('stands in the calendar on its day in Asia/Shanghai', async () => {
    const late = await publish({ startsAt: '2026-05-01T17:00:00Z', closesAt: '2026-05-01T16:00:00Z' });
    const early = await publish({ startsAt: '2026-04-30T01:00:00Z' });
    const first = await street.get('/activities?from=2026-04-30&to=2026-05-02&limit=1').expect(200);
    expect(first.body.items).toMatchObject([{ activityId: late, on: '2026-05-02', signedUp: 0 }]);
    const second = await street.get(`/activities?from=2026-04-30&limit=1&cursor=${first.body.nextCursor}`).expect(200);
    expect(second.body).toMatchObject({ items: [{ activityId: early }], nextCursor: null });
  });

  it('never takes more people than it has seats, however many sign up at once', async () => {
    const activity = await publish();
    const answers = await Promise.all(people.map((personId) => signUp(activity, personId)));
    expect(answers.map(({ status }) => status)).toEqual(people.map(() => 201));
    expect(answers.filter(({ body }) => body.status === 'signedUp')).toHaveLength(3);
    const { body } = await street.get(`/activities/${activity}`).expect(200);
    expect(body).toMatchObject({ signedUp: 3, waiting: 5, attended: 0 });
  });

  it('takes a person once', async () => {
    const activity = await publish();
    await Promise.all([signUp(activity, people[0]), signUp(activity, people[0]), signUp(activity, people[0])]);
    const { body } = await street.get(`/activities/${activity}`).expect(200);
    expect(body).toMatchObject({ version: 2, signedUp: 1, people: [{ personId: people[0], status: 'signedUp' }] });
  });

  it('gives the seat of who cancels to the first who waits', async () => {
    const activity = await publish({ capacity: 1 });
    for (const personId of people.slice(0, 3)) await signUp(activity, personId).expect(201);
    await street.remove(`/activities/${activity}/sign-ups/${people[0]}`).expect(201);
    const { body } = await street.get(`/activities/${activity}`).expect(200);
    expect(body.people).toMatchObject([
      { personId: people[0], status: 'cancelled' },
      { personId: people[1], status: 'signedUp' },
      { personId: people[2], status: 'waiting' },
    ]);
  });

  it('changes nothing when the same person is checked in twice', async () => {
    const activity = await publish();
    street.world.now = OUTING;
    const first = await checkIn(activity, people[0]).expect(201);
    const again = await checkIn(activity, people[0], 'paper').expect(201);
    expect(again.body).toEqual(first.body);
  });

  it('gives the first answer to a repeated Idempotency-Key, also when nothing is as it was', async () => {
    const activity = await publish({ capacity: 1 });
    const key = newId();
    const first = await signUp(activity, people[0], key).expect(201);
    await street.remove(`/activities/${activity}/sign-ups/${people[0]}`).expect(201);
    street.world.now = OUTING;
    const again = await signUp(activity, people[0], key).expect(201);
    expect(again.body).toEqual(first.body);
  });

  it('refuses people who are not on the roster of the firm, or have left it', async () => {
    const activity = await publish();
    const other = await street.knowFirm();
    const [stranger, leaver] = await street.knowPeople(other, 2);
    const { body } = await signUp(activity, stranger).expect(422);
    expect(body.code).toBe('unknown-person');
    const gone = { personId: leaver ?? '', enterpriseId: other, on: '2026-04-02' };
    await street.feed.send('YoungEmployeeLeft', gone, { streetId: street.secretary.streetId });
    await street.settled();
    await street.post(`/activities/${activity}/sign-ups`, { enterpriseId: other, personId: leaver }).expect(422);
  });

  it('belongs to its street', async () => {
    const activity = await publish();
    const elsewhere = testScope();
    const firmThere = await street.knowFirm({}, elsewhere.streetId);
    const [personId] = await street.knowPeople(firmThere, 1, elsewhere.streetId);
    await street.get(`/activities/${activity}`, { as: elsewhere }).expect(404);
    const foreign = { enterpriseId: firmThere, personId };
    await street.post(`/activities/${activity}/sign-ups`, foreign, { as: elsewhere }).expect(404);
    const { body } = await street.get('/activities', { as: testScope() }).expect(200);
    expect(body.items).toEqual([]);
  });

  it('lets a firm sign up its own people only', async () => {
    const activity = await publish();
    const { streetId } = street.secretary;
    const contact = (enterpriseId: string) => testScope({ streetId, role: 'firmContact', enterpriseId });
    const body = { enterpriseId: firm, personId: people[0] };
    await street.post(`/activities/${activity}/sign-ups`, body, { as: contact(newId()) }).expect(404);
    await street.post(`/activities/${activity}/sign-ups`, body, { as: contact(firm) }).expect(201);
    await street.get('/activities', { as: contact(firm) }).expect(403);
  });

  it('stands in the calendar again after a crash between its commit and the calendar', async () => {
    const activity = await publish({ startsAt: '2026-09-01T01:00:00Z' });
    await street.restart((database) => database.collection('activityCalendar').deleteMany({}));
    const { body } = await street.get('/activities?from=2026-09-01').expect(200);
    expect(body.items).toMatchObject([{ activityId: activity }]);
  });
});
