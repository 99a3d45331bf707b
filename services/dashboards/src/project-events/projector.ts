import type { AnyEvent, Applied, Logger } from '@qucheng/service-kit';
import { setTimeout as pause } from 'node:timers/promises';
import { applyToCard, firmOf } from '../firm-card/apply-to-card.ts';
import { emptyCard, type Card } from '../firm-card/firm-card.ts';
import type { CardStore } from '../firm-card/firm-card-store.ts';
import type { Cells } from '../funnel/counters.ts';
import { timelineEntry } from '../timeline/timeline-entry.ts';
import type { TimelineDocument, TimelineStore } from '../timeline/timeline-store.ts';
import { createAppliedVersions } from './applied-versions.ts';
import type { AppliedVersions } from './applied-versions.ts';
import type { CardCache } from './card-cache.ts';
import type { WritingSession } from './session-store.ts';
import { createWriteBehind } from './write-behind.ts';

export interface Projector {
  /** Applies a batch: the live figures move at once, cards and timeline become durable a little later. */
  apply(events: readonly AnyEvent[]): Promise<Applied>;
  /** What has become durable, for readers who wait for their own write. */
  readonly applied: AppliedVersions;
  stop(): void;
}

interface Dependencies {
  readonly session: Pick<WritingSession, 'writeTogether'>;
  readonly cards: CardStore;
  readonly timeline: TimelineStore;
  readonly cells: Cells;
  readonly cache: CardCache;
  readonly log: Logger;
  /** Told which streets' figures moved. */
  readonly onMoved: (streetIds: ReadonlySet<string>) => void;
}

/** Beyond this many events in memory only, the next batch waits for them to be written, and comes again if it waits in vain. */
const MOST_UNWRITTEN = 5_000;
const PATIENCE_MS = 2_000;

interface Unwritten {
  readonly cards: Map<string, Card>;
  /** By event id: a batch that is tried again must not grow what waits. */
  entries: Map<string, TimelineDocument>;
  events: Map<string, AnyEvent>;
}

/**
 * Puts events onto cards, counters and timeline, in two steps that batches of all partitions share: first the cards
 * change in memory and the viewers' figures move, then one transaction writes every changed card. The step to disk is
 * taken a few times a second, not for every batch. A figure may be shown before its card is written: the fact is
 * durable on Kafka already, its offset is committed only after the write, so after a crash the same fact arrives again
 * and gives the same figure.
 */
export function createProjector(dependencies: Dependencies): Projector {
  const { cards, timeline, cells, cache, log, onMoved } = dependencies;
  let applying = Promise.resolve();
  let unwritten = nothing();
  const behind = createWriteBehind(() => write(), log);
  const applied = createAppliedVersions(() => {
    if (unwritten.events.size > 0) void hurry();
  });

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
      // Most facts change a card and no figure: a frame for them would only make the next real change wait for its pace.
      if (cells.move(before, after)) moved.add(after.streetId);
      cache.set(after);
      unwritten.cards.set(enterpriseId, after);
    }
    if (moved.size > 0) onMoved(moved);
  };

  const write = async (): Promise<void> => {
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

  const written = async (): Promise<void> => {
    const inTime = await Promise.race([behind.now().then(() => true), pause(PATIENCE_MS, false, { ref: false })]);
    if (!inTime) throw new Error('too many cards wait to be written');
  };

  // A write that is given up at stop has nobody left to tell.
  const hurry = (): Promise<void> => behind.now().catch(() => undefined);

  return {
    applied,
    async apply(events) {
      if (unwritten.events.size > MOST_UNWRITTEN) await written();
      const mine = applying.then(() => applyInMemory(events));
      applying = mine.catch(() => undefined);
      await mine;
      const isAwaited = events.some(({ stream }) => applied.isAwaited(stream));
      return { durable: isAwaited ? behind.now() : behind.soon() };
    },
    stop: behind.stop,
  };
}

const nothing = (): Unwritten => ({ cards: new Map(), entries: new Map(), events: new Map() });

async function replaceAll({ session, cards }: Dependencies, changed: readonly Card[]): Promise<void> {
  await session.writeTogether(async (together) => cards.replace(changed, together));
}
