import type { FunnelView } from '@qucheng/contracts';
import { today, type RuleBook } from '@qucheng/service-kit';
import type { Cells } from './counters.ts';
import { funnelView } from './funnel-view.ts';

/** The funnel of a street, for viewers of all its communities (null) or of some. */
export type FunnelPage = (streetId: string, communityIds: readonly string[] | null) => FunnelView;

export function createFunnelPage(cells: Cells, rules: RuleBook, clock: () => Date = () => new Date()): FunnelPage {
  return (streetId, communityIds) => {
    const now = clock();
    const day = today(now);
    const inForce = rules.rulesFor(streetId, day);
    return funnelView(cells.of(streetId, communityIds), {
      asOf: now.toISOString(),
      today: day,
      ruleVersion: inForce.version,
      minimumMembers: inForce.number('founding.minimumMembers'),
    });
  };
}
