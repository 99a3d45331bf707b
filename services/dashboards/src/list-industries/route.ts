import type { IndustryItem } from '@qucheng/contracts';
import { communitiesOf, requires, scopeOf } from '@qucheng/service-kit';
import type { Router } from 'express';
import type { CardStore } from '../firm-card/firm-card-store.ts';
import { withinCommunities } from '../list-firms/firm-filter.ts';

/** The industries the list can be narrowed to: those the viewer's firms are in, the most frequent first. */
export const showIndustries = (router: Router, { cards }: { cards: CardStore }) =>
  router.get('/dashboards/industries', requires('enterprise.read'), async (req, res) => {
    const communityIds = communitiesOf(req);
    const counted = await cards.collection
      .aggregate<{ readonly _id: string | null; readonly firms: number }>([
        {
          $match: {
            streetId: scopeOf(req).streetId,
            listed: true,
            ...(communityIds === null ? {} : withinCommunities(communityIds)),
          },
        },
        { $group: { _id: '$card.industry', firms: { $sum: 1 } } },
        { $sort: { firms: -1, _id: 1 } },
      ])
      .toArray();
    const items = counted.flatMap(({ _id: industry, firms }): IndustryItem[] =>
      industry === null ? [] : [{ industry, firms }],
    );
    res.json({ items });
  });
