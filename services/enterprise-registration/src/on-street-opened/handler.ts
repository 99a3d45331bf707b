import type { Reaction } from '@qucheng/service-kit';
import type { CommunityStore } from '../community/community-store.ts';

export const onStreetOpened =
  (communities: CommunityStore): Reaction<'StreetOpened'> =>
  async ({ data: { streetId, name, district } }) =>
    communities.keepStreet(streetId, name, district);
