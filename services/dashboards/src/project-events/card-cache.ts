import type { Card } from '../firm-card/firm-card.ts';

/** Cards in memory. Those not yet written are never dropped; beyond the limit the longest unused written ones are. */
export interface CardCache {
  get(id: string): Card | undefined;
  set(card: Card): void;
  /** Loads what is not here. */
  fill(ids: readonly string[], load: (missing: readonly string[]) => Promise<readonly Card[]>): Promise<void>;
  /** These versions of the cards are durable now. */
  written(cards: ReadonlyMap<string, Card>): void;
}

export function createCardCache(limit: number): CardCache {
  const cards = new Map<string, Card>();
  const dirty = new Map<string, Card>();

  const drop = () => {
    for (const id of cards.keys()) {
      if (cards.size <= limit) return;
      if (!dirty.has(id)) cards.delete(id);
    }
  };

  return {
    get(id) {
      return cards.get(id);
    },
    set(card) {
      cards.delete(card.enterpriseId);
      cards.set(card.enterpriseId, card);
      dirty.set(card.enterpriseId, card);
    },
    async fill(ids, load) {
      // Before anything is looked up: what is dropped now may be among the very cards that are asked for.
      drop();
      const missing = ids.filter((id) => !cards.has(id));
      if (missing.length === 0) return;
      for (const card of await load(missing)) cards.set(card.enterpriseId, card);
    },
    written(durable) {
      for (const [id, card] of durable) if (dirty.get(id) === card) dirty.delete(id);
    },
  };
}
