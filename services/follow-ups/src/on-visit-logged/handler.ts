import { expectAccepted, reactionContext } from '@qucheng/service-kit';
import type { Reaction } from '@qucheng/service-kit';
import { settleByVisit } from '../complete-follow-up/settle-by-visit.ts';
import { followUpIdFor } from '../follow-up/follow-up-id.ts';
import type { FollowUpStore } from '../follow-up/follow-up-store.ts';
import type { FollowUps } from '../follow-up/follow-ups.ts';
import type { KnownEnterpriseStore } from '../known-enterprise/known-enterprise-store.ts';
import { scheduleFollowUp } from '../schedule-follow-up/schedule-follow-up.ts';

interface Dependencies {
  readonly followUps: FollowUps;
  readonly store: FollowUpStore;
  readonly enterprises: KnownEnterpriseStore;
}

/** Its promise becomes a follow-up; a visit (not a call) settles the thanks owed to the firm. */
export const onVisitLogged =
  (dependencies: Dependencies): Reaction<'VisitLogged'> =>
  async (event) => {
    const { followUps, enterprises } = dependencies;
    const { enterpriseId, kind, on, promise } = event.data;
    const context = reactionContext(event, 'follow-ups');
    if (promise !== null) {
      const followUpId = followUpIdFor(event.id);
      const command = {
        followUpId,
        enterpriseId,
        kind: 'promise',
        cause: { eventId: event.id, code: 'promisedAtVisit' },
        promise: promise.kind,
        dueOn: promise.on,
        assigneeId: promise.assigneeId,
        since: on,
        calendar: 'official',
      } as const;
      expectAccepted(event, await followUps.handle(context, followUpId, scheduleFollowUp, command, {}));
    }
    if (kind === 'visit') {
      // Noted first: coverage that arrives between these two lines looks here.
      await enterprises.noteVisit(enterpriseId, on);
      await settleByVisit(dependencies, event, { enterpriseId, on });
    }
  };
