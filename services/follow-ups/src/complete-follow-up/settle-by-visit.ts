import type { EventType } from '@qucheng/contracts';
import { expectAccepted, reactionContext } from '@qucheng/service-kit';
import type { EventOf } from '@qucheng/service-kit';
import type { FollowUps } from '../follow-up/follow-ups.ts';
import type { FollowUpStore } from '../follow-up/follow-up-store.ts';
import { completeFollowUp } from './complete-follow-up.ts';

interface Dependencies {
  readonly followUps: FollowUps;
  readonly store: FollowUpStore;
}

/**
 * A visit settles the thanks owed to the firm since an earlier day. It settles no promise: only who made it knows
 * whether it was kept.
 */
export async function settleByVisit(
  { followUps, store }: Dependencies,
  event: EventOf<EventType>,
  { enterpriseId, on }: { readonly enterpriseId: string; readonly on: string },
): Promise<void> {
  const context = reactionContext(event, 'follow-ups');
  for (const { _id } of await store.thanksOwed(enterpriseId, on)) {
    const ownCommand = { ...context, commandId: `${context.commandId}~${_id}` };
    expectAccepted(event, await followUps.handle(ownCommand, _id, completeFollowUp, { how: 'byVisit', on }, {}));
  }
}
