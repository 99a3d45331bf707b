import type { EventData } from '@qucheng/contracts';
import { refuseAbsent } from '@qucheng/event-store';
import type { Decide } from '@qucheng/event-store';
import type { FollowUp, FollowUpEvent } from '../follow-up/follow-up.ts';

export interface CompleteCommand {
  readonly how: EventData<'FollowUpDone'>['how'];
  readonly on: string;
}

export const completeFollowUp: Decide<CompleteCommand, FollowUp, FollowUpEvent> = ({ how, on }, followUp) => {
  if (followUp.status === 'absent') return refuseAbsent();
  if (followUp.status === 'done') return [];
  const { followUpId, enterpriseId } = followUp;
  return [{ type: 'FollowUpDone', data: { followUpId, enterpriseId, how, on } }];
};
