import { isRefusal } from '@qucheng/event-store';
import { comeDue } from '../come-due/come-due.ts';
import { dueMoment } from '../follow-up/follow-up.ts';
import type { FollowUps } from '../follow-up/follow-ups.ts';
import type { FollowUpStore } from '../follow-up/follow-up-store.ts';

/** Answers when to come back, or nothing when the job has served. */
export type Remind = (reminder: { readonly followUpId: string; readonly version: number }) => Promise<Date | undefined>;

interface Dependencies {
  readonly followUps: FollowUps;
  readonly store: FollowUpStore;
  readonly clock: () => Date;
}

/** Claims the follow-up on the truth. The job only woke us: it may come twice, late, early, or for what has changed since. */
export function createRemind({ followUps, store, clock }: Dependencies): Remind {
  return async ({ followUpId, version }) => {
    const followUp = await store.find(followUpId);
    // A newer version has a job of its own.
    if (followUp?.version !== version) return undefined;
    const { streetId, dueOn } = followUp;
    const reminderHour = followUps.reminderHour(streetId, dueOn);
    const at = clock().toISOString();
    const context = {
      commandId: `due~${followUpId}~v${String(version)}`,
      streetId,
      by: 'system',
      through: 'reminder',
      at,
    };
    const outcome = await followUps.handle(context, followUpId, comeDue, { at }, { reminderHour });
    // By the hour that holds now: the listed moment was made with the hour of its own day.
    return isRefusal(outcome) && outcome.code === 'not-due-yet' ? dueMoment(dueOn, reminderHour) : undefined;
  };
}
