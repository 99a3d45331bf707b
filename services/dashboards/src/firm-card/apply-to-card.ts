import type { AnyEvent } from '@qucheng/service-kit';
import { applyFact } from './apply-fact.ts';
import type { Card } from './firm-card.ts';

/** Streams that belong to one firm: their kind is enough to name them on its card. */
export const FIRM_STREAMS: ReadonlySet<string> = new Set(['enterprise', 'roster', 'visits', 'coverage', 'formation']);

/**
 * One fact put onto its firm's card. Pure. A fact that was applied before, or is older than what was applied of its
 * stream, returns the same card object, so callers see by identity that nothing changed.
 */
export function applyToCard(card: Card, fact: AnyEvent): Card {
  const kind = kindOf(fact.stream);
  if (FIRM_STREAMS.has(kind)) {
    if (fact.streamversion <= (card.seen[kind] ?? 0)) return card;
    return applyFact({ ...card, seen: { ...card.seen, [kind]: fact.streamversion } }, fact);
  }
  if (kind === 'activity') {
    const activityId = fact.stream.slice(kind.length + 1);
    if (fact.streamversion <= (card.activities[activityId] ?? 0)) return card;
    return applyFact({ ...card, activities: { ...card.activities, [activityId]: fact.streamversion } }, fact);
  }
  return applyFact(card, fact);
}

/** `enterprise-01J…` → `enterprise`; ids are ULIDs and hold no hyphen. */
export function kindOf(stream: string): string {
  return stream.slice(0, stream.lastIndexOf('-'));
}

/** The firm a fact is about; undefined for facts of the street. */
export function firmOf(fact: { readonly data: object }): string | undefined {
  return 'enterpriseId' in fact.data && typeof fact.data.enterpriseId === 'string' ? fact.data.enterpriseId : undefined;
}
