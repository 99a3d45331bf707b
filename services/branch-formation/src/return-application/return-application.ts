import { refuseAbsent, refuseConflict } from '@qucheng/event-store';
import type { DecideFormation } from '../formation/consequences.ts';

export interface ReturnApplication {
  readonly applicationId: string;
  /** What the applicant has to bring, in the secretary's words. */
  readonly missing: string[];
}

export const returnApplication: DecideFormation<ReturnApplication> = (
  { applicationId, missing },
  { application },
  { enterpriseId, today },
) => {
  if (application?.applicationId !== applicationId) return refuseAbsent();
  if (application.status === 'approved') return refuseConflict('already-approved');
  if (application.status === 'returned') return [];
  return [{ type: 'ApplicationReturned', data: { applicationId, enterpriseId, missing, on: today } }];
};
