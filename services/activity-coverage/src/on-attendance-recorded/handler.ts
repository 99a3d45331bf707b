import type { Streams } from '@qucheng/event-store';
import { addMonths, expectAccepted, reactionContext } from '@qucheng/service-kit';
import type { Reaction, RuleBook } from '@qucheng/service-kit';
import type { Coverage, CoverageEvent } from '../coverage/coverage.ts';
import { coverEnterprise } from './cover-enterprise.ts';

interface Dependencies {
  readonly coverages: Streams<Coverage, CoverageEvent>;
  readonly rules: RuleBook;
}

/** The evidence holds for the window that was the rule on the day of the activity. */
export const onAttendanceRecorded =
  ({ coverages, rules }: Dependencies): Reaction<'AttendanceRecorded'> =>
  async (event) => {
    const { enterpriseId, activityId, personId, on } = event.data;
    const until = addMonths(on, rules.rulesFor(event.streetid, on).number('coverage.windowMonths'));
    const command = { enterpriseId, activityId, personId, on, until };
    const context = reactionContext(event, 'activity-coverage');
    expectAccepted(event, await coverages.handle(context, enterpriseId, coverEnterprise, command, {}));
  };
