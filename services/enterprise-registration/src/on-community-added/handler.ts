import type { Reaction } from '@qucheng/service-kit';
import type { CommunityStore } from '../community/community-store.ts';

export const onCommunityAdded =
  (communities: CommunityStore): Reaction<'CommunityAdded'> =>
  async ({ streetid, data: { communityId, name } }) =>
    communities.keepCommunity(streetid, communityId, name);
