import type { BackgroundPart, Logger } from '@qucheng/service-kit';
import type { FollowUpStore, WaitingFollowUp } from '../follow-up/follow-up-store.ts';
import type { Reminder, ReminderQueue } from './reminder-queue.ts';

interface Options {
  readonly store: Pick<FollowUpStore, 'waitingUntil'>;
  readonly queue: Pick<ReminderQueue, 'add' | 'missing' | 'revive' | 'isReady' | 'whenReady'>;
  readonly everyMs: number;
  readonly log: Logger;
  readonly clock: () => Date;
}

const AHEAD_MS = 48 * 3_600_000;
const OVERDUE_MS = 60_000;
const PAGE = 1000;

/**
 * Compares what waits within two days with the queue and adds what is missing: at the start, whenever Redis comes back,
 * and at intervals. Replicas may sweep at the same time: a job is added once by its id.
 */
export function createReconciler({ store, queue, everyMs, log, clock }: Options): BackgroundPart {
  let timer: NodeJS.Timeout | undefined;
  let sweeping: Promise<void> | undefined;
  let stopped = false;

  const reconcile = async (): Promise<void> => {
    const now = clock().getTime();
    let added = 0;
    let last: WaitingFollowUp | undefined;
    while (queue.isReady() && !stopped) {
      // Continued after the last one, not by counting: those that come due meanwhile leave the ones that wait.
      const page = await store.waitingUntil(new Date(now + AHEAD_MS), PAGE, last);
      const reminders = page.map(({ _id, version, dueAt }): Reminder => ({ followUpId: _id, version, dueAt }));
      const missing = await queue.missing(reminders);
      const idle = [];
      for (const reminder of reminders) {
        // Should have come due by now: its job may have failed for good, or have run and missed the truth.
        if (now - reminder.dueAt.getTime() < OVERDUE_MS || missing.includes(reminder)) continue;
        if (await queue.revive(reminder)) idle.push(reminder);
      }
      await queue.add([...missing, ...idle]);
      added += missing.length + idle.length;
      last = page.at(-1);
      if (page.length < PAGE) break;
    }
    if (added > 0) log.info({ added }, 'put missing reminders back into the queue');
  };

  const sweep = (): Promise<void> => {
    sweeping ??= reconcile()
      .catch((error: unknown) => {
        log.warn({ err: error }, 'reminders could not be compared with the queue; trying again');
      })
      .finally(() => {
        sweeping = undefined;
      });
    return sweeping;
  };

  const sweepFromNowOn = async (): Promise<void> => {
    await sweep();
    if (!stopped) timer = setTimeout(() => void sweepFromNowOn(), everyMs);
  };

  return {
    // Not awaited: the service is there for people while Redis is away.
    start: () => {
      queue.whenReady(() => void sweep());
      void sweepFromNowOn();
      return Promise.resolve();
    },
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await sweeping;
    },
  };
}
