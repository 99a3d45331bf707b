import type { CardDocument, CardStore } from '../firm-card/firm-card-store.ts';
import { encodeCursor, type Place } from './cursor.ts';
import type { FirmFilter } from './firm-filter.ts';

interface Page {
  readonly documents: readonly CardDocument[];
  readonly nextCursor: string | null;
  readonly total: number;
}

/** One page of the list and the number of all firms it would show. */
export async function listFirms(cards: CardStore, filter: FirmFilter, limit: number, place?: Place): Promise<Page> {
  const { match, order, direction } = filter;
  const field = `sort.${order}`;
  const beyond = direction === 1 ? '$gt' : '$lt';
  const after = place && {
    $or: [{ [field]: { [beyond]: place[0] } }, { [field]: place[0], _id: { [beyond]: place[1] } }],
  };
  const [documents, total] = await Promise.all([
    cards.collection
      .find(after === undefined ? match : { $and: [match, after] }, { projection: { keys: 0 } })
      .sort({ [field]: direction, _id: direction })
      .limit(limit + 1)
      .toArray(),
    cards.collection.countDocuments(match),
  ]);
  const shown = documents.slice(0, limit);
  const last = shown.at(-1);
  return { documents: shown, nextCursor: documents.length > limit && last ? encodeCursor(last, filter) : null, total };
}
