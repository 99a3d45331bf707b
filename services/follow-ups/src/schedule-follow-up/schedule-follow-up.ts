import type { Decide } from '@qucheng/event-store';
import type { FollowUp, FollowUpEvent } from '../follow-up/follow-up.ts';

export type ScheduleFollowUp = Extract<FollowUpEvent, { type: 'FollowUpScheduled' }>['data'];

export const scheduleFollowUp: Decide<ScheduleFollowUp, FollowUp, FollowUpEvent> = (command, followUp) =>
  followUp.status === 'absent' ? [{ type: 'FollowUpScheduled', data: command }] : [];
