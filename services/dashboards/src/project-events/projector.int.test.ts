import { createLog } from '@qucheng/service-kit';
import { eventually, freshDatabase, infrastructure, startFaultProxy } from '@qucheng/testing';
import { createCardStore } from '../firm-card/firm-card-store.ts';
import { createCells } from '../funnel/counters.ts';
import { advanced, COMMUNITY, FIRM, registered, STREET, visited } from '../testing/facts.ts';
import { createTimelineStore } from '../timeline/timeline-store.ts';
import { createCardCache } from './card-cache.ts';
import { createProjector } from './projector.ts';
import { createWritingSession } from './session-store.ts';

/** A projector whose database is behind a line that can be cut. */
async function given() {
  const database = await freshDatabase('projector');
  const line = await startFaultProxy(infrastructure().mongoUrl);
  const mongoUrl = line.through(infrastructure().mongoUrl);
  const connection = await database.connect({ mongoUrl, serverSelectionTimeoutMS: 200 });
  const log = createLog('test', 'silent');
  const complaints = jest.spyOn(log, 'warn');
  const moved: string[] = [];
  const cells = createCells();
  const session = createWritingSession(connection, log);
  const projector = createProjector({
    session,
    cards: createCardStore(connection),
    timeline: createTimelineStore(connection),
    cells,
    cache: createCardCache(100),
    log,
    onMoved: (streetIds) => moved.push(...streetIds),
  });
  await session.start();
  return {
    projector,
    line,
    moved,
    complaints,
    visitedFirms: () => cells.of(STREET, null).get(COMMUNITY)?.get('stage:visited'),
    storedCard: async () => (await createCardStore(database.connection).load([FIRM]))[0],
    storedTypes: async () =>
      (await createTimelineStore(database.connection).page(STREET, FIRM, { limit: 10 })).map(({ type }) => type).sort(),
    end: async () => {
      projector.stop();
      await session.stop();
      await database.drop();
      await line.close();
    },
  };
}

describe('putting events onto the cards', () => {
  it('shows figures and keeps every fact while the database is away, and writes the newest card when it is back', async () => {
    const { projector, line, complaints, visitedFirms, storedCard, storedTypes, end } = await given();
    await (
      await projector.apply([registered()])
    ).durable;
    line.goDown();
    const first = await projector.apply([visited(1, '2026-11-06')]);
    await eventually('a write has failed', () => complaints.mock.calls.length > 0);
    const second = await projector.apply([advanced(1, 'visited', '2026-11-06')]);
    expect(visitedFirms()).toBe(1);
    line.heal();
    await Promise.all([first.durable, second.durable]);
    expect(await storedCard()).toMatchObject({ visits: 1, stage: 'visited' });
    expect(await storedTypes()).toEqual(['EnterpriseRegistered', 'StageAdvanced', 'VisitLogged']);
    await end();
  });

  it('tells the viewers nothing of a fact that moves no figure, nor of one that comes again', async () => {
    const { projector, moved, end } = await given();
    await projector.apply([registered()]);
    await projector.apply([visited(1, '2026-11-06')]);
    await projector.apply([registered(), visited(1, '2026-11-06')]);
    expect(moved).toEqual([STREET]);
    await (
      await projector.apply([advanced(1, 'visited', '2026-11-06')])
    ).durable;
    expect(moved).toEqual([STREET, STREET]);
    await end();
  });

  it('does not blank a card that has left the memory', async () => {
    const { projector, storedCard, end } = await given();
    const others = [...Array(150).keys()].map((place) =>
      registered(`01J0000000000000000000F${String(place).padStart(3, '0')}`),
    );
    await (
      await projector.apply([registered()])
    ).durable;
    await (
      await projector.apply(others)
    ).durable;
    const stranger = registered('01J0000000000000000000NEW1');
    await (
      await projector.apply([visited(1, '2026-11-06'), stranger])
    ).durable;
    expect(await storedCard()).toMatchObject({ listed: true, visits: 1, name: '无锡润泽小馆' });
    await end();
  });
});
