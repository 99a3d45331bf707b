import type { Collections, Place } from '../collections.ts';
import type { Kinds } from '../kinds.ts';
import type { Commit, EventStore, EventStoreOptions } from '../types.ts';
import { pause, within } from '../within.ts';
import { createMarks } from './marks.ts';
import { createOwnWriter } from './own-writer.ts';
import { createPublisher } from './publish-in-order.ts';
import { createRelay } from './relay.ts';
import { createSweep } from './sweep.ts';
import { openWriters } from './writers.ts';

const READ_WITHIN_MS = 5000;

/** Everything between a stored commit and the broker, as the event store sees it. */
export interface OpenRelay {
  start(): Promise<void>;
  /** The place of the first of `count` commits about to be sent. */
  take(count: number): Promise<Place> | Place;
  isPublished(place: Place): boolean;
  accept(commits: readonly Commit[]): void;
  settled(): Promise<void>;
  /** Publishes what waits and ends the lease. */
  stop(): Promise<void>;
  /** Makes a waiting `stop` give up: others will drain the rest. */
  abort(): void;
  readonly health: EventStore['health'];
}

export function openRelay(
  options: EventStoreOptions & {
    readonly collections: Collections;
    readonly kinds: Kinds;
    readonly leaseMs: number;
    readonly flushLimit: number;
  },
): OpenRelay {
  const { collections, kinds, leaseMs, flushLimit, log, checkpoint, publish } = options;
  const { commits } = collections;
  const writers = openWriters(collections.writers, leaseMs);
  const marks = createMarks(writers);
  // Commits stored under a name that was closed: the sweep publishes them, from the database.
  const leftBehind = new Map<string, number>();
  let aborted = false;

  const publisher = createPublisher({ publish, marks, log, checkpoint, onWaitingForClosed: () => void sweep.now() });
  const own = createOwnWriter({ writers, leaseMs, flushLimit, log, checkpoint, onClosed: leaveBehind });
  const relay = createRelay({
    publisher,
    log,
    onPublished: ({ seq }) => {
      own.published(seq);
    },
    read: (writer, after, upTo) => {
      const range = commits.find({ writer, seq: { $gt: after, $lte: upTo } });
      return within(READ_WITHIN_MS, range.sort({ seq: 1 }).toArray());
    },
  });
  const sweep = createSweep({
    everyMs: leaseMs / 2,
    leaseMs,
    owner: own.name(),
    ownName: own.name,
    commits,
    writers,
    publisher,
    present: kinds.present,
    log,
  });

  function leaveBehind(name: string): void {
    const last = relay.lastAccepted();
    if (relay.unpublished() > 0 && last !== undefined) leaveUpTo(name, last.seq);
    relay.forget();
    void sweep.now();
  }

  function leaveUpTo(name: string, seq: number): void {
    leftBehind.set(name, Math.max(seq, leftBehind.get(name) ?? 0));
  }

  async function collectLeftBehind(): Promise<void> {
    while (leftBehind.size > 0 && !aborted) {
      await sweep.now();
      try {
        for (const [writer, seq] of leftBehind) {
          await marks.refresh(writer);
          if (marks.reached({ writer, seq })) leftBehind.delete(writer);
        }
      } catch (error) {
        log.warn({ err: error }, 'the watermark of a closed writer could not be read');
      }
      if (leftBehind.size > 0) await pause(50);
    }
  }

  async function settled(): Promise<void> {
    await relay.idle();
    await collectLeftBehind();
  }

  return {
    start: async () => {
      await own.start();
      sweep.start();
    },
    take: own.take,
    isPublished: marks.reached,
    accept: (stored) => {
      const last = stored.at(-1);
      if (last === undefined || last.writer === own.name()) return relay.accept(stored);
      leaveUpTo(last.writer, last.seq);
      void sweep.now();
    },
    settled,
    stop: async () => {
      await settled();
      await sweep.stop();
      await own.stop(!aborted && relay.unpublished() === 0);
    },
    abort: () => {
      aborted = true;
      relay.forget();
    },
    health: () => {
      const oldest = relay.oldest();
      return {
        relayOk: own.leaseHeld() && !publisher.health.lastFailed,
        unpublished: relay.unpublished() + leftBehind.size,
        oldestUnpublishedMs: oldest === undefined ? 0 : Math.max(0, Date.now() - Date.parse(oldest.at)),
      };
    },
  };
}
