import type { mongo } from 'mongoose';
import type { WriterDocument } from '../collections.ts';
import type { Commit, EventStoreOptions } from '../types.ts';
import { drain, readUnpublished } from './drain.ts';
import type { Publisher } from './publish-in-order.ts';
import type { Writers } from './writers.ts';

/** An insert of a paused process may arrive this long after its writer was closed. */
const LOOKED_AFTER_MS = 24 * 60 * 60 * 1000;

/** Looks after the writers whose process is gone: closes them, publishes what they left, forgets them after a day. */
export interface Sweep {
  start(): void;
  /** Looks now; resolves when every writer found so far is drained. */
  now(): Promise<void>;
  stop(): Promise<void>;
}

export function createSweep(parts: {
  readonly everyMs: number;
  readonly leaseMs: number;
  readonly owner: string;
  readonly ownName: () => string;
  readonly commits: mongo.Collection<Commit>;
  readonly writers: Writers;
  readonly publisher: Publisher;
  readonly present: (commit: Commit) => Commit;
  readonly log: EventStoreOptions['log'];
}): Sweep {
  const { writers, owner, log } = parts;
  // Side by side, not one after the other: what one dead writer left may have to wait for what another one left.
  const draining = new Map<string, Promise<void>>();
  let looking: Promise<void> | undefined;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

  async function look(): Promise<void> {
    try {
      for (const writer of await writers.lapsed()) {
        if (writer._id === parts.ownName() || draining.has(writer._id)) continue;
        const work = lookAfter(writer)
          .catch((error: unknown) => {
            log.warn({ err: error, writer: writer._id }, 'a silent writer could not be drained');
          })
          .finally(() => draining.delete(writer._id));
        draining.set(writer._id, work);
      }
    } catch (error) {
      log.warn({ err: error }, 'silent writers could not be looked for');
    } finally {
      looking = undefined;
    }
  }

  async function lookAfter(writer: WriterDocument): Promise<void> {
    if (writer.closedAt !== null) {
      const news = await readUnpublished(parts.commits, writer._id, writer);
      if (news.length === 0) return forgetWhenOld(writer, writer.closedAt);
    }
    const claimed = await writers.claim(writer._id, owner);
    if (claimed !== undefined) await drain(claimed, { ...parts, wanted: () => !stopped });
  }

  async function forgetWhenOld({ _id }: WriterDocument, closedAt: Date): Promise<void> {
    if (Date.now() - closedAt.getTime() > LOOKED_AFTER_MS) await writers.remove(_id);
  }

  async function now(): Promise<void> {
    looking ??= look();
    await looking;
    await Promise.all(draining.values());
  }

  return {
    start: () => {
      timer = setInterval(() => void now(), parts.everyMs);
      timer.unref();
      void now();
    },
    now,
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await looking;
      await Promise.all(draining.values());
    },
  };
}
