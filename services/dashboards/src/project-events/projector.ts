import type { AnyEvent } from '@qucheng/service-kit';
import { applyToCard, firmOf } from '../firm-card/apply-to-card.ts';
import { emptyCard, type Card } from '../firm-card/firm-card.ts';
import type { CardStore } from '../firm-card/firm-card-store.ts';
import type { Cells } from '../funnel/counters.ts';
import { timelineEntry, type TimelineDocument, type TimelineStore } from '../timeline/timeline-store.ts';
import type { CardCache } from './card-cache.ts';
import type { AppliedVersions } from './applied-versions.ts';
import type { WritingSession } from './session-store.ts';

export interface Projector {
  /** Applies a batch: the live figures move at once, the promise resolves when cards and timeline are durable. */
  apply(events: readonly AnyEvent[]): Promise<void>;
}

interface Dependencies {
  readonly session: Pick<WritingSession, 'writeTogether'>;
  readonly cards: CardStore;
  readonly timeline: TimelineStore;
  readonly cells: Cells;
  readonly cache: CardCache;
  readonly applied: AppliedVersions;
  /** Told which streets' figures moved. */
  readonly onMoved: (streetIds: ReadonlySet<string>) => void;
}

interface Unwritten {
  readonly cards: Map<string, Card>;
  /** By event id: a batch that is tried again must not grow what waits. */
  entries: Map<string, TimelineDocument>;
  events: Map<string, AnyEvent>;
}

/**
 * Puts events onto cards, counters and timeline.
 *
 * Two steps follow each other for every batch, and batches of all partitions share both: first the cards change in
 * memory and the viewers' figures move, then one transaction writes every changed card. A figure may be shown before
 * its card is written: the fact is durable on Kafka already, its offset is committed only after the write, so after a
 * crash the same fact arrives again and gives the same figure.
 */
export function createProjector(dependencies: Dependencies): Projector {
  const { cards, timeline, cells, cache, applied, onMoved } = dependencies;
  let applying = Promise.resolve();
  let writing = Promise.resolve();
  let unwritten = nothing();
  let nextWrite: Promise<void> | undefined;

  const applyInMemory = async (events: readonly AnyEvent[]): Promise<void> => {
    const firms = new Set(events.map(firmOf).filter((id) => id !== undefined));
    await cache.fill([...firms], (ids) => cards.load(ids));
    const moved = new Set<string>();
    for (const event of events) {
      unwritten.events.set(event.id, event);
      const enterpriseId = firmOf(event);
      if (enterpriseId === undefined) continue;
      const entry = timelineEntry(event);
      if (entry !== undefined) unwritten.entries.set(entry._id, entry);
      const before = cache.get(enterpriseId);
      const after = applyToCard(before ?? emptyCard(enterpriseId, event.streetid), event);
      if (after === before) continue;
      cells.move(before, after);
      cache.set(after);
      unwritten.cards.set(enterpriseId, after);
      moved.add(after.streetId);
    }
    if (moved.size > 0) onMoved(moved);
  };

  const write = async (): Promise<void> => {
    nextWrite = undefined;
    const taken = unwritten;
    unwritten = nothing();
    try {
      await timeline.add([...taken.entries.values()]);
      if (taken.cards.size > 0) await replaceAll(dependencies, [...taken.cards.values()]);
      applied.note([...taken.events.values()]);
      cache.written(taken.cards);
    } catch (error) {
      // What could not be written stays to be written; newer cards of the same firms win.
      for (const [id, card] of taken.cards) if (!unwritten.cards.has(id)) unwritten.cards.set(id, card);
      unwritten.entries = new Map([...taken.entries, ...unwritten.entries]);
      unwritten.events = new Map([...taken.events, ...unwritten.events]);
      throw error;
    }
  };

  return {
    async apply(events) {
      applying = applying.then(() => applyInMemory(events));
      const mine = applying;
      applying = mine.catch(() => undefined);
      await mine;
      // Everything applied while the last write runs goes into the next one together.
      nextWrite ??= writing.then(write);
      const durable = nextWrite;
      writing = durable.catch(() => undefined);
      await durable;
    },
  };
}

const nothing = (): Unwritten => ({ cards: new Map(), entries: new Map(), events: new Map() });

async function replaceAll({ session, cards }: Dependencies, changed: readonly Card[]): Promise<void> {
  await session.writeTogether(async (together) => cards.replace(changed, together));
}
