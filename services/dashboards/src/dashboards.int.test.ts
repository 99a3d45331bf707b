import { createEventFeed, dropTestData, signedBy, testConfig, testScope } from '@qucheng/testing';
import type { FirmCard, FunnelView } from '@qucheng/contracts';
import type { AnyEvent, Service } from '@qucheng/service-kit';
import request from 'supertest';
import { monotonicFactory, ulid } from 'ulid';
import { createService } from './service.ts';
import { advanced, attended, promised, registered, ruleSet, visited } from './testing/facts.ts';
import { openStream } from './testing/open-stream.ts';

const config = testConfig('dashboards');
const feed = createEventFeed(config);
const secretary = testScope();
const { streetId } = secretary;
const [east, west] = [ulid(), ulid()];
// One after the other, so that firms that stand equal in a list have an order as well.
const next = monotonicFactory();
const [diner, cinema, hotel] = [next(), next(), next()];
let service: Service;

const send = (event: AnyEvent, at = new Date().toISOString()) =>
  feed.send(event.type, event.data, { streetId, stream: event.stream, version: event.streamversion, at });

const get = (path: string, scope = secretary) => request(service.url()).get(path).set(signedBy(scope));
const names = async (query: string, scope = secretary): Promise<string[]> => {
  const { body } = await get(`/enterprises${query}`, scope).expect(200);
  return (body as { items: FirmCard[] }).items.map(({ name }) => name);
};

beforeAll(async () => {
  service = await createService(config);
  await feed.start();
  await service.start();
  await send(
    registered(diner, { name: '无锡润泽小馆', communityId: east, creditCode: '92320213MAW09T0A5X' }),
    '2026-09-01T01:00:00.000Z',
  );
  await send(registered(cinema, { name: '佳映影城', communityId: east, serviceTrade: false, creditCode: null }));
  await send(
    registered(hotel, {
      name: '霖棠宾馆',
      communityId: west,
      creditCode: '92320213MA1PKPDB18',
      headcounts: { staff: 9, le35: 2, le28: 1, members: 1, partyMembers: 0 },
    }),
  );
  await send(promised(1, '2026-01-05', ulid(), diner), '2026-11-06T02:00:02.000Z');
  await send(advanced(1, 'visited', '2026-11-06', diner), '2026-11-06T02:00:01.000Z');
  await send(visited(1, '2026-11-06', diner), '2026-11-06T02:00:00.000Z');
  await send(attended(ulid(), 1, diner), '2026-11-15T02:00:00.000Z');
  await service.settled();
});

afterAll(async () => {
  await service.stop();
  await feed.stop();
  await dropTestData(config);
});

describe('the list of firms', () => {
  it('puts firms with the highest priority first', async () => {
    expect(await names('')).toEqual(['无锡润泽小馆', '霖棠宾馆', '佳映影城']);
  });

  it.each([
    ['?q=runze', ['无锡润泽小馆']],
    ['?q=jyyc', ['佳映影城']],
    ['?q=影城', ['佳映影城']],
    ['?q=W09T0A5X', ['无锡润泽小馆']],
    ['?stage=visited', ['无锡润泽小馆']],
    ['?reached=visited', ['无锡润泽小馆']],
    ['?overdue=true', ['无锡润泽小馆']],
    ['?serviceTrade=false', ['佳映影城']],
    ['?covered=true', []],
    [`?community=${west}`, ['霖棠宾馆']],
    ['?sort=name', ['佳映影城', '霖棠宾馆', '无锡润泽小馆']],
  ])('answers %s', async (query, expected) => {
    expect(await names(query)).toEqual(expected);
  });

  it.each([
    ['name', ['佳映影城', '霖棠宾馆', '无锡润泽小馆']],
    ['-lastVisit', ['无锡润泽小馆', '霖棠宾馆', '佳映影城']],
    ['-priority', ['无锡润泽小馆', '霖棠宾馆', '佳映影城']],
    ['next', ['无锡润泽小馆', '佳映影城', '霖棠宾馆']],
  ])('goes on in the order of %s where the page before ended, without gap or repeat', async (sort, expected) => {
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const place = cursor === '' ? '' : `&cursor=${cursor}`;
      const { body } = await get(`/enterprises?sort=${sort}&limit=1${place}`).expect(200);
      const page = body as { items: FirmCard[]; nextCursor: string | null; total: number };
      expect(page.total).toBe(3);
      seen.push(...page.items.map(({ name }) => name));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(expected);
  });

  it('refuses a cursor nobody made here or that belongs to another order, and a filter it does not know', async () => {
    await get('/enterprises?cursor=nonsense').expect(400);
    await get('/enterprises?color=red').expect(422);
    const { body } = await get('/enterprises?sort=name&limit=1').expect(200);
    const { nextCursor } = body as { nextCursor: string };
    await get(`/enterprises?sort=-name&cursor=${nextCursor}`).expect(400);
    await get(`/enterprises?sort=-priority&cursor=${nextCursor}`).expect(400);
  });

  it.each([
    ['zh-Hans', '翻页位置已失效，请从第一页重新查看'],
    ['zh-Hant', '翻頁位置已失效，請從第一頁重新查看'],
    ['en', 'This page position is no longer valid, start again from the first page'],
  ])('says in %s what is wrong', async (language, title) => {
    const { body } = await get('/enterprises?cursor=nonsense').set('Accept-Language', language).expect(400);
    expect(body).toMatchObject({ code: 'cursor-invalid', title });
  });

  it('shows a cadre only the firms of their communities', async () => {
    const cadre = testScope({ streetId, role: 'cadre', communityIds: [west] });
    expect(await names('', cadre)).toEqual(['霖棠宾馆']);
    await get(`/enterprises/${hotel}/card`, cadre).expect(200);
    await get(`/enterprises/${diner}/card`, cadre).expect(404);
    await get(`/enterprises/${diner}/timeline`, cadre).expect(404);
  });

  it('opens behind every figure of the funnel exactly the firms it counts', async () => {
    const { body } = await get('/dashboards/funnel').expect(200);
    const { steps, figures } = body as FunnelView;
    const counted = [
      ...steps.map(({ reached, listUrl }) => [listUrl, reached] as const),
      // The list behind this one are the firms that should have a branch; the others' are those that count.
      ...figures.map(
        ({ key, numerator, denominator, listUrl }) =>
          [listUrl, key === 'dueFoundedRate' ? denominator : numerator] as const,
      ),
    ];
    for (const [listUrl, count] of counted) {
      const { body: page } = await get(listUrl).expect(200);
      expect([listUrl, (page as { total: number }).total]).toEqual([listUrl, count]);
    }
  });

  it('offers the industries a viewer’s own firms are in', async () => {
    const all = await get('/dashboards/industries').expect(200);
    expect(all.body).toEqual({ items: [{ industry: '餐饮业', firms: 3 }] });
    const none = await get('/dashboards/industries', testScope()).expect(200);
    expect(none.body).toEqual({ items: [] });
  });

  it('shows another street nothing at all', async () => {
    const stranger = testScope();
    expect(await names('', stranger)).toEqual([]);
    await get(`/enterprises/${diner}/card`, stranger).expect(404);
    const { body } = await get('/dashboards/funnel', stranger).expect(200);
    expect((body as FunnelView).total).toBe(0);
  });
});

describe('the timeline of a firm', () => {
  it('tells every event once, newest first, in pages', async () => {
    await send(visited(1, '2026-11-06', diner));
    await service.settled();
    const first = await get(`/enterprises/${diner}/timeline?limit=3`).expect(200);
    const page = first.body as { items: { type: string; eventId: string }[]; nextCursor: string };
    const second = await get(`/enterprises/${diner}/timeline?limit=3&cursor=${page.nextCursor}`).expect(200);
    const all = [...page.items, ...(second.body as typeof page).items];
    expect(all.map(({ type }) => type)).toEqual([
      'AttendanceRecorded',
      'FollowUpScheduled',
      'StageAdvanced',
      'VisitLogged',
      'EnterpriseRegistered',
    ]);
    expect(new Set(all.map(({ eventId }) => eventId)).size).toBe(5);
  });

  it('can be narrowed to some kinds of event', async () => {
    const { body } = await get(`/enterprises/${diner}/timeline?types=VisitLogged,StageAdvanced`).expect(200);
    const { items } = body as { items: { type: string }[] };
    expect(items.map(({ type }) => type)).toEqual(['StageAdvanced', 'VisitLogged']);
    await get(`/enterprises/${diner}/timeline?types=VisitLogged,Nonsense`).expect(422);
  });
});

describe('the funnel', () => {
  it('counts each firm once, however often its facts arrive', async () => {
    await send(registered(diner, { name: '无锡润泽小馆', communityId: east }));
    await send(advanced(1, 'visited', '2026-11-06', diner));
    await service.settled();
    const { body } = await get('/dashboards/funnel').expect(200);
    const funnel = body as FunnelView;
    expect(funnel.total).toBe(3);
    expect(funnel.steps.slice(0, 3).map(({ reached }) => reached)).toEqual([3, 1, 0]);
    expect(funnel.communities.find(({ communityId }) => communityId === east)).toMatchObject({
      total: 2,
      visited: 1,
      overdue: 1,
    });
  });

  it('moves on every open stream when a fact arrives', async () => {
    const stream = await openStream(`${service.url()}/dashboards/stream`, signedBy(secretary));
    expect((await stream.next()).steps[1]?.reached).toBe(1);
    await send(advanced(1, 'visited', '2026-11-07', cinema));
    expect((await stream.until((funnel) => funnel.steps[1]?.reached === 2)).total).toBe(3);
    stream.close();
  });

  it('moves on every open stream when a rule changes', async () => {
    const stream = await openStream(`${service.url()}/dashboards/stream`, signedBy(secretary));
    const threshold = ({ figures }: FunnelView) => figures.find(({ key }) => key === 'dueFoundedRate')?.listUrl;
    expect(threshold(await stream.next())).toContain('members=3');
    await send(ruleSet('founding.minimumMembers', 5, streetId));
    await stream.until((funnel) => threshold(funnel)?.endsWith('members=5') === true);
    stream.close();
  });

  it('gives the same figures after a restart', async () => {
    const before = (await get('/dashboards/funnel').expect(200)).body as FunnelView;
    await service.stop();
    service = await createService(config);
    await service.start();
    await service.settled();
    const after = (await get('/dashboards/funnel').expect(200)).body as FunnelView;
    expect({ ...after, asOf: '' }).toEqual({ ...before, asOf: '' });
  });
});

describe('firms without a community', () => {
  it('can be looked for, as the funnel counts them in a row of their own', async () => {
    await send(registered(ulid(), { name: '无主小店', communityId: null }));
    await service.settled();
    expect(await names('?community=none')).toEqual(['无主小店']);
    const { body } = await get('/dashboards/funnel').expect(200);
    expect((body as FunnelView).communities.find(({ communityId }) => communityId === null)?.total).toBe(1);
  });
});

describe('reading one’s own write', () => {
  it('waits until the write has arrived', async () => {
    const firm = ulid();
    const answer = get(`/enterprises?q=xinzhidian&minVersion=enterprise-${firm}@1`);
    const [{ body }] = await Promise.all([answer.expect(200), send(registered(firm, { name: '新知店' }))]);
    expect((body as { items: FirmCard[] }).items.map(({ name }) => name)).toEqual(['新知店']);
  });
});
