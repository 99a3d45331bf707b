import type { EventData } from '@qucheng/contracts';
import { refuse, refuseAbsent } from '@qucheng/event-store';
import type { Decide } from '@qucheng/event-store';
import type { Street, StreetEvent } from '../street/street.ts';

export const openAccount: Decide<EventData<'AccountOpened'>, Street, StreetEvent> = (account, street) => {
  if (street.status === 'none') return refuseAbsent();
  if (street.accountIds.includes(account.accountId)) return [];
  const known = street.communities.map(({ communityId }) => communityId);
  if (account.communityIds?.some((id) => !known.includes(id)) === true) return refuse('unknown-community');
  return [{ type: 'AccountOpened', data: account }];
};
