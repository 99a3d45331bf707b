import type { Card } from '../firm-card/firm-card.ts';
import { contributions } from './contributions.ts';

/** Counter name → firms. */
export type Counters = Map<string, number>;

/** Streets → communities ('' for firms without one) → counters. */
export interface Cells {
  /** Moves the counters from the old card to the new one (undefined: there was none); whether any counter moved. */
  move(before: Card | undefined, after: Card): boolean;
  /** Counters of each community of the street that the viewer may see; null: all of them. */
  of(streetId: string, communityIds: readonly string[] | null): ReadonlyMap<string, Counters>;
}

/** Where firms without a community are counted: all of the street see them, as they do in the list. */
const WITHOUT_COMMUNITY = '';

export function createCells(): Cells {
  const streets = new Map<string, Map<string, Counters>>();

  const add = ({ streetId, communityId }: Card, names: readonly string[], by: 1 | -1) => {
    if (names.length === 0) return;
    const communities = within(streets, streetId, newCommunities);
    const community = communityId ?? WITHOUT_COMMUNITY;
    const counters = within(communities, community, newCounters);
    for (const name of names) {
      const count = (counters.get(name) ?? 0) + by;
      if (count === 0) counters.delete(name);
      else counters.set(name, count);
    }
    if (counters.size === 0) communities.delete(community);
  };

  return {
    move(before, after) {
      const old = before === undefined ? [] : contributions(before);
      const now = contributions(after);
      const stays = (before ?? after).communityId === after.communityId;
      if (stays && isSame(old, now)) return false;
      if (before !== undefined) add(before, old, -1);
      add(after, now, 1);
      return true;
    },
    of(streetId, communityIds) {
      const communities = streets.get(streetId) ?? newCommunities();
      if (communityIds === null) return communities;
      return new Map([...communities].filter(([id]) => id === WITHOUT_COMMUNITY || communityIds.includes(id)));
    },
  };
}

const isSame = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((name, place) => name === others[place]);

const newCommunities = (): Map<string, Counters> => new Map();
const newCounters = (): Counters => new Map();

function within<Value>(map: Map<string, Value>, key: string, create: () => Value): Value {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = create()));
  return value;
}
