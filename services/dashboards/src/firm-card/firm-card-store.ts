import { STAGES } from '@qucheng/contracts';
import type { ClientSession, Connection } from 'mongoose';
import { emptyCard, nextFollowUp, type Card } from './firm-card.ts';
import { searchKeys, sortName } from './search-keys.ts';
import { priorityOf } from './view-card.ts';

/** How a card is stored: itself, and beside it what lists filter and sort by. */
export interface CardDocument {
  readonly _id: string;
  readonly card: Card;
  readonly streetId: string;
  readonly listed: boolean;
  readonly keys: readonly string[];
  /** Never null, so that one range query serves each order. */
  readonly sort: SortValues;
}

export interface SortValues {
  readonly name: string;
  readonly stage: number;
  readonly lastVisit: string;
  readonly next: string;
  readonly members: number;
  readonly priority: number;
}

/** Sorts after every day: firms without a next step come last. */
export const NO_DAY = '9999-12-31';

export type CardStore = ReturnType<typeof createCardStore>;

export function createCardStore(connection: Connection) {
  const cards = connection.collection<CardDocument>('firmCards');

  return {
    collection: cards,

    /** One index per order of the list, and one for the search keys; each begins with the street. */
    async createIndexes(): Promise<void> {
      const orders = ['name', 'stage', 'lastVisit', 'next', 'members', 'priority'];
      await cards.createIndexes([
        ...orders.map((order) => ({ key: { streetId: 1, listed: 1, [`sort.${order}`]: 1, _id: 1 } as const })),
        // Alone, not behind the street: the local server skips strings in compound indexes that the lower bound is a prefix of.
        { key: { keys: 1 } },
      ]);
    },

    async load(ids: readonly string[]): Promise<Card[]> {
      if (ids.length === 0) return [];
      const documents = await cards.find({ _id: { $in: [...ids] } }, { projection: { card: 1 } }).toArray();
      return documents.map(cardOf);
    },

    /** Every card, for counting at start. */
    async *all(): AsyncGenerator<Card> {
      for await (const document of cards.find({}, { projection: { card: 1 } }).batchSize(2000)) yield cardOf(document);
    },

    async replace(changed: readonly Card[], session: ClientSession): Promise<void> {
      await cards.bulkWrite(
        changed.map((card) => {
          const { _id, ...replacement } = toDocument(card);
          return { replaceOne: { filter: { _id }, replacement, upsert: true } };
        }),
        { ordered: false, session },
      );
    },
  };
}

/** The card of a document; one that was written before a field came to be has it blank. */
export function cardOf({ card }: Pick<CardDocument, 'card'>): Card {
  return { ...emptyCard(card.enterpriseId, card.streetId), ...card };
}

export function toDocument(card: Card): CardDocument {
  return {
    _id: card.enterpriseId,
    card,
    streetId: card.streetId,
    listed: card.listed,
    keys: keysOf(card),
    sort: {
      name: sortNameOf(card),
      stage: STAGES.indexOf(card.stage),
      lastVisit: card.lastVisitOn ?? '',
      next: nextFollowUp(card)?.dueOn ?? NO_DAY,
      members: Math.max(card.verifiedMembers, card.headcounts.members ?? 0),
      priority: priorityOf(card),
    },
  };
}

/** Pinyin costs more than the rest of a card together, and names hardly ever change. */
const remembered = new Map<string, { readonly keys: string[]; readonly sort: string }>();
const REMEMBERED_LIMIT = 20_000;

function wordsOf({ name, creditCode }: Card): { readonly keys: string[]; readonly sort: string } {
  const id = `${creditCode ?? ''}|${name}`;
  const known = remembered.get(id);
  if (known !== undefined) return known;
  if (remembered.size >= REMEMBERED_LIMIT) remembered.clear();
  const words = { keys: searchKeys(name, creditCode), sort: sortName(name) };
  remembered.set(id, words);
  return words;
}

const keysOf = (card: Card): string[] => (card.listed ? wordsOf(card).keys : []);
const sortNameOf = (card: Card): string => (card.listed ? wordsOf(card).sort : '');
