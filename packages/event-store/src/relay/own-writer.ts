import { randomBytes } from 'node:crypto';
import type { Place } from '../collections.ts';
import type { EventStoreOptions } from '../types.ts';
import { backOff, pause, within } from '../within.ts';
import type { Writers } from './writers.ts';

const RENEW_WITHIN_MS = 3000;
/**
 * Least time between two saves of the watermark. Each is a sync to disk that commits would otherwise get; what it lags
 * behind is published again after a crash, and keeps another replica's next commit of the same stream waiting.
 */
const SAVE_EVERY_MS = 100;

/** This process as a writer: its name, its numbering, its lease and its watermark. */
export interface OwnWriter {
  start(): Promise<void>;
  name(): string;
  /** The place of the first of `count` commits about to be sent. Makes sure of the lease first if it may have lapsed. */
  take(count: number): Promise<Place> | Place;
  /** Everything this writer has stored up to `seq` is published. Saved at once after a rest, else soon, in one write for all. */
  published(seq: number): void;
  /** False while the lease cannot be renewed. */
  leaseHeld(): boolean;
  /** Ends the lease: for good when every commit is known to be published, else so that others drain at once. */
  stop(allPublished: boolean): Promise<void>;
}

export function createOwnWriter(parts: {
  readonly writers: Writers;
  readonly leaseMs: number;
  readonly flushLimit: number;
  readonly log: EventStoreOptions['log'];
  /** Somebody else has closed this writer: what it left unpublished is theirs to publish. */
  readonly onClosed: (name: string) => void;
  readonly checkpoint?: EventStoreOptions['checkpoint'];
}): OwnWriter {
  const { writers, leaseMs, flushLimit, log } = parts;
  let name = newName();
  let seq = 0;
  let watermark = 0;
  let saved = 0;
  let renewedAt = -Infinity;
  let savedAt = -Infinity;
  let wanted = false;
  let saving: Promise<void> | undefined;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

  const leaseHeld = (): boolean => performance.now() - renewedAt < leaseMs;

  async function register(): Promise<void> {
    const fresh = newName();
    const asked = performance.now();
    await writers.register(fresh, flushLimit);
    name = fresh;
    seq = watermark = saved = 0;
    renewedAt = asked;
  }

  async function save(): Promise<void> {
    const asked = (savedAt = performance.now());
    const target = watermark;
    if (await writers.advance(name, name, { published: target, doubtful: [] })) {
      renewedAt = asked;
      const moved = target > saved;
      saved = target;
      if (moved && parts.checkpoint) await parts.checkpoint('after-watermark');
      return;
    }
    const closed = name;
    log.warn({ writer: closed }, 'this writer was closed while it was silent; it goes on under a new name');
    await register();
    parts.onClosed(closed);
  }

  async function saveInTime(): Promise<void> {
    const early = savedAt + SAVE_EVERY_MS - performance.now();
    if (early > 0) await pause(early);
    if (stopped) return;
    wanted = false;
    await save();
  }

  async function saveWhileWanted(): Promise<void> {
    for (let attempt = 0; wanted && !stopped; attempt += 1) {
      try {
        await saveInTime();
        attempt = 0;
      } catch (error) {
        log.warn({ err: error, writer: name }, 'the watermark could not be saved');
        wanted = true;
        await pause(backOff(attempt));
      }
    }
    saving = undefined;
  }

  function saveSoon(): Promise<void> {
    wanted = true;
    saving ??= saveWhileWanted();
    return saving;
  }

  return {
    start: async () => {
      await register();
      timer = setInterval(() => void saveSoon(), leaseMs / 3);
      timer.unref();
    },
    name: () => name,
    take: (count) => {
      const place = (): Place => {
        const first = { writer: name, seq: seq + 1 };
        seq += count;
        return first;
      };
      // Silent for a whole lease: somebody may have closed this writer. Ask before writing under its name.
      return leaseHeld() ? place() : within(RENEW_WITHIN_MS, saveSoon()).then(place);
    },
    published: (upTo) => {
      watermark = upTo;
      void saveSoon();
    },
    leaseHeld,
    stop: async (allPublished) => {
      stopped = true;
      clearInterval(timer);
      await saving;
      try {
        if (allPublished) {
          await writers.remove(name);
        } else {
          await writers.advance(name, name, { published: watermark, doubtful: [] });
          await writers.release(name, name);
        }
      } catch (error) {
        log.warn({ err: error, writer: name }, 'the lease could not be given back; it will lapse');
      }
    },
  };
}

/** Sortable by start time for whoever reads the log, unique by its random part. */
function newName(): string {
  return `${Date.now().toString(36)}-${randomBytes(5).toString('hex')}`;
}
