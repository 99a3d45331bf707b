import type { Commit, EventStoreOptions } from '../types.ts';
import { backOff, pause } from '../within.ts';
import type { Marks } from './marks.ts';

/** The newest answer of the broker, for readiness. */
export interface PublishHealth {
  lastFailed: boolean;
}

export interface Publisher {
  /**
   * Publishes commits of one writer in order and waits, before each that follows another writer's commit, until that
   * one is published. Tries for ever; calls `onPublished` after each acknowledged part; ends early, without an error,
   * once `wanted` answers false.
   */
  publish(
    commits: readonly Commit[],
    wanted: () => boolean,
    onPublished: (last: Commit, count: number) => Promise<void> | void,
  ): Promise<void>;
  readonly health: PublishHealth;
}

export function createPublisher(parts: {
  readonly publish: EventStoreOptions['publish'];
  readonly marks: Marks;
  /** A closed writer is waited for: somebody should look after it now. */
  readonly onWaitingForClosed: () => void;
  readonly log: EventStoreOptions['log'];
  readonly checkpoint?: EventStoreOptions['checkpoint'];
}): Publisher {
  const { marks, log } = parts;
  const health: PublishHealth = { lastFailed: false };

  async function untilAcknowledged(commits: readonly Commit[], wanted: () => boolean): Promise<boolean> {
    for (let attempt = 0; wanted(); attempt += 1) {
      try {
        await parts.publish(commits);
        health.lastFailed = false;
        return true;
      } catch (error) {
        health.lastFailed = true;
        log.warn({ err: error, attempt, commits: commits.length }, 'publishing failed; trying again');
        await pause(backOff(attempt, { firstMs: 50, mostMs: 5000 }));
      }
    }
    return false;
  }

  async function untilReached(after: NonNullable<Commit['after']>, wanted: () => boolean): Promise<void> {
    for (let attempt = 0; wanted() && !marks.reached(after); attempt += 1) {
      if (attempt > 0) await pause(3 + backOff(attempt, { firstMs: 4, mostMs: 50 }));
      try {
        const writer = await marks.refresh(after.writer);
        if (writer?.closedAt) parts.onWaitingForClosed();
      } catch (error) {
        log.warn({ err: error, writer: after.writer }, 'the watermark of another writer could not be read');
      }
    }
  }

  const isFree = ({ after }: Commit): boolean => after === undefined || marks.reached(after);

  return {
    health,
    publish: async (commits, wanted, onPublished) => {
      for (let start = 0; start < commits.length && wanted();) {
        const blocked = commits.findIndex((commit, index) => index >= start && !isFree(commit));
        const part = commits.slice(start, blocked === -1 ? commits.length : blocked);
        const [first] = part;
        if (first === undefined) {
          await untilReached(commits[start]?.after ?? { writer: '', seq: 0 }, wanted);
          continue;
        }
        if (parts.checkpoint) await parts.checkpoint('before-publish');
        if (!(await untilAcknowledged(part, wanted))) return;
        if (parts.checkpoint) await parts.checkpoint('after-ack');
        await onPublished(part.at(-1) ?? first, part.length);
        start += part.length;
      }
    },
  };
}
