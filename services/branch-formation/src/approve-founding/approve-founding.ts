import { refuse, refuseAbsent, refuseConflict } from '@qucheng/event-store';
import type { DecideFormation } from '../formation/consequences.ts';
import { dateGaps } from '../formation/dates.ts';
import { missingFor } from '../formation/stage.ts';

export interface ApproveFounding {
  readonly applicationId: string;
  readonly replyNo: string;
  readonly fullName: string;
  readonly on: string;
}

/** The street replies. The evidence has to hold on that day: a roster that aged meanwhile is confirmed anew first. */
export const approveFounding: DecideFormation<ApproveFounding> = (
  command,
  formation,
  { enterpriseId, newId, rules, today },
) => {
  const { applicationId, replyNo, fullName, on } = command;
  const { application, branch } = formation;
  if (application?.applicationId !== applicationId) return refuseAbsent();
  if (branch !== null)
    return branch.replyNo === replyNo && branch.fullName === fullName ? [] : refuseConflict('already-approved');
  if (application.status === 'returned')
    return refuse('application-returned', missingFor('applied', formation, rules, today));
  const gaps = [
    ...missingFor('applied', formation, rules, today),
    ...dateGaps(on, { stage: 'approved', notBefore: application.on, today, field: 'on', action: 'approve' }),
  ];
  if (gaps.length > 0) return refuse('not-ready', gaps);
  return [
    { type: 'FoundingApproved', data: { applicationId, enterpriseId, branchId: newId(), replyNo, fullName, on } },
  ];
};
