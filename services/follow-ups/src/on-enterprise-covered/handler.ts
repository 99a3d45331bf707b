import { dayOf, expectAccepted, reactionContext } from '@qucheng/service-kit';
import type { Reaction, RuleBook } from '@qucheng/service-kit';
import { addWorkingDays } from '../calendar/working-days.ts';
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
  readonly rules: RuleBook;
}

/** New guests from a firm: its owner thanks and visits within some working days of the day the office knew of it. */
export const onEnterpriseCovered =
  (dependencies: Dependencies): Reaction<'EnterpriseCovered'> =>
  async (event) => {
    const { enterpriseId, firstTime, on } = event.data;
    if (!firstTime) return;
    const { followUps, enterprises, rules } = dependencies;
    const context = reactionContext(event, 'follow-ups');
    const known = await enterprises.find(enterpriseId);
    const knownOn = dayOf(event.time);
    // A paper list handed in a week later must not make the owner late at once.
    const from = knownOn > on ? knownOn : on;
    const workingDays = rules.rulesFor(event.streetid, from).number('followUp.thankWorkingDays');
    const { day: dueOn, calendar } = addWorkingDays(from, workingDays);
    const followUpId = followUpIdFor(event.id);
    const command = {
      followUpId,
      enterpriseId,
      kind: 'thankAndVisit',
      cause: { eventId: event.id, code: 'firstTimeCovered' },
      promise: null,
      dueOn,
      assigneeId: known?.ownerId ?? null,
      since: on,
      calendar,
    } as const;
    expectAccepted(event, await followUps.handle(context, followUpId, scheduleFollowUp, command, {}));
    // Topics overtake each other: the visit that settles it may be known already.
    const visitedOn = (await enterprises.find(enterpriseId))?.lastVisitOn;
    if (visitedOn !== undefined) await settleByVisit(dependencies, event, { enterpriseId, on: visitedOn });
  };
