import type { AnyEvent } from '@qucheng/service-kit';
import { applyToCard } from '../firm-card/apply-to-card.ts';
import { emptyCard } from '../firm-card/firm-card.ts';
import { advanced, branchFormed, checked, covered, promised, registered, reverted, STREET } from '../testing/facts.ts';
import { createCells } from './counters.ts';
import { funnelView } from './funnel-view.ts';

const MOMENT = { asOf: '2026-11-23T01:00:00.000Z', today: '2026-11-23', ruleVersion: 'v', minimumMembers: 3 };

/** A funnel of firms, each told by its facts; all of them are in the ledger since 1 September. */
function funnelOf(...firms: readonly ((firm: string) => readonly AnyEvent[])[]) {
  const cells = createCells();
  for (const [place, facts] of firms.entries()) {
    const firm = `01J0000000000000000000F${String(place).padStart(3, '0')}`;
    cells.move(undefined, [registered(firm), ...facts(firm)].reduce(applyToCard, emptyCard(firm, STREET)));
  }
  return funnelView(cells.of(STREET, null), MOMENT);
}

const members = (count: number) => (firm: string) =>
  [...Array(count).keys()].map((person) => checked(person + 1, `person ${String(person)}`, 'member', firm));
const untouched = () => [];
const visitedOn = (on: string) => (firm: string) => [advanced(1, 'visited', on, firm)];
const founded = (firm: string) => [advanced(1, 'formed', '2026-11-20', firm), branchFormed(2, firm)];

describe('the figures of the funnel', () => {
  it('count a firm at its stage and at all before', () => {
    const { total, steps } = funnelOf(untouched, visitedOn('2026-11-05'), founded);
    expect(total).toBe(3);
    expect(steps.map(({ stage, here, reached }) => [stage, here, reached])).toEqual([
      ['surveyed', 1, 3],
      ['visited', 1, 2],
      ['activityCovered', 0, 1],
      ['liaisonNamed', 0, 1],
      ['rosterVerified', 0, 1],
      ['ready', 0, 1],
      ['applied', 0, 1],
      ['approved', 0, 1],
      ['elected', 0, 1],
      ['formed', 1, 1],
    ]);
  });

  it('say how many rose to a stage this month, and how long the one before had taken them', () => {
    const { steps } = funnelOf(visitedOn('2026-09-11'), visitedOn('2026-11-01'), visitedOn('2026-11-10'), (firm) => [
      advanced(1, 'ready', '2026-11-02', firm),
      reverted(2, 'ready', 'rosterVerified', '2026-11-20', firm),
    ]);
    const step = (stage: string) => steps.find((each) => each.stage === stage);
    expect(step('visited')).toMatchObject({ enteredThisMonth: 2, medianDays: 61 });
    expect(step('rosterVerified')).toMatchObject({ here: 1, enteredThisMonth: 0, medianDays: null });
    expect(step('ready')).toMatchObject({ enteredThisMonth: 0, medianDays: null });
  });

  it('set the firms with a branch against those with members enough for one', () => {
    const { figures } = funnelOf(members(2), members(3), (firm) => [...members(4)(firm), ...founded(firm)], founded);
    expect(figures).toContainEqual({
      key: 'dueFoundedRate',
      numerator: 1,
      denominator: 2,
      listUrl: '/enterprises?members=3',
    });
  });

  it('count coverage until the day it lapses', () => {
    const { figures, communities } = funnelOf(
      untouched,
      (firm) => [covered(1, '2026-11-22', firm)],
      (firm) => [covered(1, '2026-11-23', firm)],
    );
    expect(figures).toContainEqual(
      expect.objectContaining({ key: 'activityCoverageRate', numerator: 1, denominator: 3 }),
    );
    expect(communities).toMatchObject([{ covered: 1 }]);
  });

  it('set visited firms and firms with a branch against all', () => {
    const { figures } = funnelOf(untouched, visitedOn('2026-11-05'), founded);
    expect(figures).toContainEqual(expect.objectContaining({ key: 'visitedRate', numerator: 2, denominator: 3 }));
    expect(figures).toContainEqual(expect.objectContaining({ key: 'orgCoverageRate', numerator: 1, denominator: 3 }));
  });

  it('tell branches from the firms they cover', () => {
    const partner = (firm: string) => [advanced(1, 'formed', '2026-11-20', firm)];
    expect(funnelOf(founded, partner).branches).toEqual({ formed: 1, firmsCovered: 2 });
  });

  it('count no branch that fell back', () => {
    const fallen = (firm: string) => [...founded(firm), reverted(3, 'formed', 'ready', '2026-11-22', firm)];
    expect(funnelOf(fallen).branches).toEqual({ formed: 0, firmsCovered: 0 });
  });

  it('sum up each community', () => {
    const { communities } = funnelOf(founded, (firm) => [
      ...visitedOn('2026-11-05')(firm),
      promised(1, '2026-11-22', firm, firm),
    ]);
    expect(communities).toMatchObject([{ total: 2, visited: 2, covered: 0, formed: 1, overdue: 1 }]);
  });
});
