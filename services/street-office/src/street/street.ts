import type { EventData } from '@qucheng/contracts';
import type { StoredEvent, StreamKind } from '@qucheng/event-store';

type Of<Type extends 'StreetOpened' | 'CommunityAdded' | 'AccountOpened' | 'RuleVersionSet'> = StoredEvent<
  Type,
  EventData<Type>
>;
export type StreetEvent = Of<'StreetOpened'> | Of<'CommunityAdded'> | Of<'AccountOpened'> | Of<'RuleVersionSet'>;
export type RuleVersion = EventData<'RuleVersionSet'>;

export interface OpenStreet {
  readonly status: 'open';
  readonly streetId: string;
  readonly name: string;
  readonly communities: readonly { readonly communityId: string; readonly name: string }[];
  readonly accountIds: readonly string[];
  /** Every version ever set, oldest first. */
  readonly rules: readonly RuleVersion[];
}
export type Street = { readonly status: 'none' } | OpenStreet;

/** One stream per street: its communities, accounts and dated settings. Names of people are not in it. */
export const streetKind: StreamKind<Street, StreetEvent> = { name: 'street', initial: { status: 'none' }, evolve };

function evolve(street: Street, event: StreetEvent): Street {
  if (event.type === 'StreetOpened') {
    const { streetId, name } = event.data;
    return { status: 'open', streetId, name, communities: [], accountIds: [], rules: [] };
  }
  if (street.status === 'none') return street;
  switch (event.type) {
    case 'CommunityAdded':
      return { ...street, communities: [...street.communities, event.data] };
    case 'AccountOpened':
      return { ...street, accountIds: [...street.accountIds, event.data.accountId] };
    case 'RuleVersionSet':
      return { ...street, rules: [...street.rules, event.data] };
  }
}
