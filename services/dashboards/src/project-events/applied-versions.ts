import type { AnyEvent } from '@qucheng/service-kit';

/** Streams remembered for readers who wait for their own write. */
const REMEMBERED = 50_000;

/** Which version of which stream has reached the lists, and who waits for one. */
export interface AppliedVersions {
  note(events: readonly AnyEvent[]): void;
  /** Whether the stream is remembered to stand at the version. */
  has(stream: string, version: number): boolean;
  /** Resolves when the stream stands at the version, or after `timeoutMs`. */
  wait(stream: string, version: number, timeoutMs: number): Promise<void>;
  /** Whether somebody waits for this stream now. */
  isAwaited(stream: string): boolean;
}

interface Waiter {
  readonly version: number;
  readonly resume: () => void;
}

/** `onWait` hears of everybody who begins to wait. */
export function createAppliedVersions(onWait: () => void): AppliedVersions {
  const versions = new Map<string, number>();
  const waiters = new Map<string, Set<Waiter>>();

  const noteOne = (stream: string, version: number) => {
    const highest = Math.max(version, versions.get(stream) ?? 0);
    versions.delete(stream);
    versions.set(stream, highest);
    for (const waiter of waiters.get(stream) ?? []) if (waiter.version <= highest) waiter.resume();
  };

  const has = (stream: string, version: number): boolean => (versions.get(stream) ?? 0) >= version;

  return {
    has,
    note(events) {
      for (const { stream, streamversion } of events) noteOne(stream, streamversion);
      for (const stream of versions.keys()) {
        if (versions.size <= REMEMBERED) break;
        versions.delete(stream);
      }
    },

    async wait(stream, version, timeoutMs) {
      if (has(stream, version)) return;
      await new Promise<void>((resolve) => {
        const here = waiters.get(stream) ?? new Set<Waiter>();
        waiters.set(stream, here);
        const resume = () => {
          clearTimeout(timer);
          here.delete(waiter);
          if (here.size === 0) waiters.delete(stream);
          resolve();
        };
        const waiter: Waiter = { version, resume };
        const timer = setTimeout(resume, timeoutMs);
        here.add(waiter);
        onWait();
      });
    },

    isAwaited: (stream) => waiters.has(stream),
  };
}
