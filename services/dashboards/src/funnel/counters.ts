import type { Card } from '../firm-card/firm-card.ts';
import { contributions } from './contributions.ts';

/** Counter name → firms. */
export type Counters = Map<string, number>;

/** Streets → communities ('' for firms without one) → counters. */
export interface Cells {
  /** Moves the counters from the old card to the new one; undefined: there was none. */
  move(before: Card | undefined, after: Card): void;
  /** Counters of each community of the street that the viewer may see; null: all of them. */
  of(streetId: string, communityIds: readonly string[] | null): ReadonlyMap<string, Counters>;
}

/** Where firms without a community are counted: all of the street see them, as they do in the list. */
const WITHOUT_COMMUNITY = '';

export function createCells(): Cells {
  const streets = new Map<string, Map<string, Counters>>();

  const add = (card: Card, by: 1 | -1) => {
    const names = contributions(card);
    if (names.length === 0) return;
    const counters = within(
      within(streets, card.streetId, newCommunities),
      card.communityId ?? WITHOUT_COMMUNITY,
      newCounters,
    );
    for (const name of names) {
      const count = (counters.get(name) ?? 0) + by;
      if (count === 0) counters.delete(name);
      else counters.set(name, count);
    }
  };

  return {
    move(before, after) {
      if (before !== undefined) add(before, -1);
      add(after, 1);
    },
    of(streetId, communityIds) {
      const communities = streets.get(streetId) ?? newCommunities();
      if (communityIds === null) return communities;
      return new Map([...communities].filter(([id]) => id === WITHOUT_COMMUNITY || communityIds.includes(id)));
    },
  };
}

const newCommunities = (): Map<string, Counters> => new Map();
const newCounters = (): Counters => new Map();

function within<Value>(map: Map<string, Value>, key: string, create: () => Value): Value {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = create()));
  return value;
}
