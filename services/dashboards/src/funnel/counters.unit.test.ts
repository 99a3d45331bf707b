import { STAGES } from '@qucheng/contracts';
import type { AnyEvent } from '@qucheng/service-kit';
import fc from 'fast-check';
import { applyToCard } from '../firm-card/apply-to-card.ts';
import { emptyCard, type Card } from '../firm-card/firm-card.ts';
import {
  advanced,
  attended,
  branchFormed,
  checked,
  COMMUNITY,
  corrected,
  covered,
  FIRM,
  kept,
  promised,
  registered,
  reverted,
  snoozed,
  STREET,
  visited,
} from '../testing/facts.ts';
import { createCells } from './counters.ts';
import { funnelView } from './funnel-view.ts';

const FIRMS = ['01J0000000000000000000F1R1', '01J0000000000000000000F1R2', '01J0000000000000000000F1R3'];
const MOMENT = { asOf: '2026-11-23T01:00:00.000Z', today: '2026-11-23', ruleVersion: 'v', minimumMembers: 3 };

const day = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const version = fc.integer({ min: 1, max: 12 });
const community = fc.constantFrom(null, COMMUNITY, '01J00000000000000000000C0N');
const stage = fc.constantFrom(...STAGES);

const anyFact = fc.constantFrom(...FIRMS).chain((firm): fc.Arbitrary<AnyEvent> =>
  fc.oneof(
    community.map((communityId) => registered(firm, { communityId })),
    fc.tuple(version, community).map(([at, communityId]) => corrected(at, { communityId }, '2026-11-20', firm)),
    fc.tuple(version, day).map(([at, on]) => visited(at, on, firm)),
    fc.tuple(version, stage, day).map(([at, to, on]) => advanced(at, to, on, firm)),
    fc.tuple(version, stage, day).map(([at, to, on]) => reverted(at, 'formed', to, on, firm)),
    version.map((at) => branchFormed(at, firm)),
    version.map((at) => attended(firm, at, firm)),
    fc.tuple(version, day).map(([at, until]) => covered(at, until, firm)),
    fc
      .tuple(version, fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('member' as const, 'notMember' as const))
      .map(([at, person, result]) => checked(at, person, result, firm)),
    fc.tuple(version, day).map(([at, on]) => promised(at, on, firm, firm)),
    fc.tuple(version, day).map(([at, on]) => snoozed(at, on, firm, firm)),
    version.map((at) => kept(at, firm, firm)),
  ),
);

describe('the counters of the funnel', () => {
  it('equal a recount of the cards after any storm of facts, repeated and out of order', () => {
    fc.assert(
      fc.property(fc.array(anyFact, { maxLength: 80 }), (facts) => {
        const cards = new Map<string, Card>();
        const live = createCells();
        for (const each of [...facts, ...facts]) {
          const firm = (each.data as { enterpriseId: string }).enterpriseId; // every fact here is about a firm
          const before = cards.get(firm);
          const after = applyToCard(before ?? emptyCard(firm, STREET), each);
          live.move(before, after);
          cards.set(firm, after);
        }
        const recount = createCells();
        for (const card of cards.values()) recount.move(undefined, card);
        const figures = (cells: typeof live) => funnelView(cells.of(STREET, null), MOMENT);
        expect(figures(live)).toEqual(figures(recount));
      }),
    );
  });

  it('say whether a changed card moved a figure', () => {
    const cells = createCells();
    const card = applyToCard(emptyCard(FIRM, STREET), registered());
    const rung = applyToCard(card, visited(1, '2026-11-06'));
    expect(cells.move(undefined, card)).toBe(true);
    expect(cells.move(card, rung)).toBe(false);
    expect(cells.move(rung, applyToCard(rung, advanced(1, 'visited', '2026-11-06')))).toBe(true);
    expect(cells.move(rung, applyToCard(rung, corrected(2, { communityId: null })))).toBe(true);
  });

  it('forget a community once nobody is in it any more', () => {
    const cells = createCells();
    const here = applyToCard(emptyCard(FIRM, STREET), registered());
    cells.move(undefined, here);
    cells.move(here, applyToCard(here, corrected(2, { communityId: null })));
    const { communities } = funnelView(cells.of(STREET, null), MOMENT);
    expect(communities.map(({ communityId }) => communityId)).toEqual([null]);
  });

  it('show the communities in one order, whichever comes first', () => {
    const cells = createCells();
    for (const communityId of ['B', 'A', null])
      cells.move(undefined, applyToCard(emptyCard(FIRM, STREET), registered(FIRM, { communityId })));
    const { communities } = funnelView(cells.of(STREET, null), MOMENT);
    expect(communities.map(({ communityId }) => communityId)).toEqual([null, 'A', 'B']);
  });

  it('show only the communities a viewer may see', () => {
    const cells = createCells();
    cells.move(undefined, applyToCard(emptyCard(FIRMS[0] ?? '', STREET), registered(FIRMS[0])));
    expect(funnelView(cells.of(STREET, [COMMUNITY]), MOMENT).total).toBe(1);
    expect(funnelView(cells.of(STREET, []), MOMENT).total).toBe(0);
    expect(funnelView(cells.of('another street', null), MOMENT).total).toBe(0);
  });

  it('count a follow-up as overdue from the day after it was due', () => {
    const cells = createCells();
    const card = [registered(FIRMS[0]), promised(1, '2026-11-23', FIRMS[0], FIRMS[0])].reduce(
      applyToCard,
      emptyCard(FIRMS[0] ?? '', STREET),
    );
    cells.move(undefined, card);
    const overdue = (today: string) => funnelView(cells.of(STREET, null), { ...MOMENT, today }).communities[0]?.overdue;
    expect([overdue('2026-11-23'), overdue('2026-11-24')]).toEqual([0, 1]);
  });
});
