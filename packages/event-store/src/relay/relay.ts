import type { Commit, EventStoreOptions } from '../types.ts';
import { backOff, pause } from '../within.ts';
import type { Publisher } from './publish-in-order.ts';

const PART = 1000;
const LINGER_MS = 10;
/** A part this large says that more is coming: then, and only then, waiting a little makes the next one larger. */
const BUSY = 8;
/** Beyond this, commits wait in the database only: a broker may be away longer than the memory lasts. */
const KEPT_IN_MEMORY = 10_000;

/** Publishes what this writer stores, in order, as long as possible straight from memory. */
export interface Relay {
  accept(commits: readonly Commit[]): void;
  /** Forgets the rest: the writer is closed and is drained from the database, or the process is going. */
  forget(): void;
  unpublished(): number;
  oldest(): Commit | undefined;
  lastAccepted(): Commit | undefined;
  /** Resolves when nothing waits. */
  idle(): Promise<void>;
}

export function createRelay(parts: {
  readonly publisher: Publisher;
  readonly onPublished: (upTo: Commit) => void;
  /** Stored commits of a writer, ascending, `after < seq <= upTo`. */
  readonly read: (writer: string, after: number, upTo: number) => Promise<Commit[]>;
  readonly log: EventStoreOptions['log'];
}): Relay {
  let queue: Commit[] = [];
  /** Number of the last commit in memory, and the last one accepted: apart while the queue has overflowed. */
  let kept = 0;
  let accepted: Commit | undefined;
  let overflowed = 0;
  let generation = 0;
  let running: Promise<void> | undefined;
  let lastStart = -Infinity;
  let lastSize = 0;

  async function run(): Promise<void> {
    while (queue.length > 0 || overflowed > 0) {
      if (queue.length === 0) await readBack();
      else await publishPart();
    }
    running = undefined;
  }

  async function publishPart(): Promise<void> {
    const early = lastStart + LINGER_MS - performance.now();
    if (lastSize >= BUSY && early > 0) await pause(early);
    lastStart = performance.now();
    const now = generation;
    const part = queue.slice(0, PART);
    lastSize = part.length;
    const wanted = (): boolean => generation === now;
    await parts.publisher.publish(part, wanted, (last, count) => {
      if (!wanted()) return;
      queue = queue.slice(count);
      parts.onPublished(last);
    });
  }

  async function readBack(): Promise<void> {
    const now = generation;
    if (accepted === undefined) return;
    try {
      const upTo = Math.min(kept + PART, accepted.seq);
      const page = await parts.read(accepted.writer, kept, upTo);
      if (generation !== now) return;
      queue = page;
      kept = upTo;
      overflowed = kept >= accepted.seq ? 0 : Math.max(1, overflowed - page.length);
    } catch (error) {
      parts.log.warn({ err: error }, 'commits waiting for the broker could not be read back');
      await pause(backOff(3));
    }
  }

  return {
    accept: (commits) => {
      accepted = commits.at(-1);
      if (overflowed > 0 || queue.length + commits.length > KEPT_IN_MEMORY) {
        overflowed += commits.length;
      } else {
        for (const commit of commits) queue.push(commit);
        kept = accepted?.seq ?? 0;
      }
      running ??= run();
    },
    forget: () => {
      generation += 1;
      queue = [];
      kept = overflowed = 0;
    },
    unpublished: () => queue.length + overflowed,
    oldest: () => queue[0],
    lastAccepted: () => accepted,
    idle: async () => {
      while (running) await running;
    },
  };
}
