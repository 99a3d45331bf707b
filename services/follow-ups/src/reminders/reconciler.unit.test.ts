import { createLog } from '@qucheng/service-kit';
import { eventually } from '@qucheng/testing';
import { createReconciler } from './reconciler.ts';
import type { Reminder } from './reminder-queue.ts';

const dueAt = new Date('2026-05-20T01:00:00Z');

describe('comparing what waits with the queue', () => {
  it('misses none of many that share a moment, though those added leave the waiting ones meanwhile', async () => {
    const waiting = Array.from({ length: 2500 }, (_, index) => ({
      _id: `fu${String(index).padStart(5, '0')}`,
      version: 1,
      dueAt,
    }));
    const added = new Set<string>();
    const reconciler = createReconciler({
      store: {
        // As the database answers: what came due since the page before is not among the waiting ones any more.
        waitingUntil: (_latest, limit, after) =>
          Promise.resolve(waiting.filter(({ _id }) => !added.has(_id) && _id > (after?._id ?? '')).slice(0, limit)),
      },
      queue: {
        add: (reminders: readonly Reminder[]) => {
          for (const { followUpId } of reminders) added.add(followUpId);
          return Promise.resolve();
        },
        missing: <Some>(reminders: readonly Some[]) => Promise.resolve([...reminders]),
        revive: () => Promise.resolve(false),
        isReady: () => true,
        whenReady: () => undefined,
      },
      everyMs: 60_000,
      log: createLog('follow-ups', 'silent'),
      clock: () => dueAt,
    });
    await reconciler.start();
    await eventually('all have been added', () => added.size === waiting.length, { withinMs: 2000 });
    await reconciler.stop();
  });
});
