import type { ContractEvent, EventData } from '@qucheng/contracts';
import type { StreamKind } from '@qucheng/event-store';
import type { Calendar } from '../calendar/working-days.ts';

type Leaving<Type extends ContractEvent['type']> = Extract<ContractEvent, { type: Type }>;

/** Stored with what only this service needs: from which day a visit settles it and how the due day was counted. */
export type FollowUpEvent =
  | { readonly type: 'FollowUpScheduled'; readonly data: EventData<'FollowUpScheduled'> & ScheduledInside }
  | Leaving<'FollowUpCameDue'>
  | Leaving<'FollowUpDone'>
  | Leaving<'FollowUpSnoozed'>;

interface ScheduledInside {
  /** The day of what caused it: a visit on a later day can settle it. */
  readonly since: string;
  readonly calendar: Calendar;
}

export type ScheduledFollowUp = EventData<'FollowUpScheduled'> &
  ScheduledInside & { readonly status: 'open' | 'due' | 'done' };
export type FollowUp = { readonly status: 'absent' } | ScheduledFollowUp;

export const followUpKind: StreamKind<FollowUp, FollowUpEvent> = {
  name: 'follow-up',
  initial: { status: 'absent' },
  evolve: (followUp, event) => {
    if (event.type === 'FollowUpScheduled') return { ...event.data, status: 'open' };
    if (followUp.status === 'absent') return followUp;
    switch (event.type) {
      case 'FollowUpCameDue':
        return { ...followUp, status: 'due' };
      case 'FollowUpDone':
        return { ...followUp, status: 'done' };
      case 'FollowUpSnoozed':
        return { ...followUp, status: 'open', dueOn: event.data.dueOn };
      default:
        return event satisfies never;
    }
  },
};

/** The moment of reminding on a due day. The street's clock is UTC+8 all year. */
export function dueMoment(dueOn: string, reminderHour: number): Date {
  return new Date(`${dueOn}T${String(reminderHour).padStart(2, '0')}:00:00+08:00`);
}

export function leavingTheService(event: FollowUpEvent): ContractEvent {
  switch (event.type) {
    case 'FollowUpScheduled': {
      const { since: _, calendar: __, ...data } = event.data;
      return { type: event.type, data };
    }
    case 'FollowUpDone': {
      // Those stored at first may hold a note as well; it stays inside.
      const { followUpId, enterpriseId, how, on } = event.data;
      return { type: event.type, data: { followUpId, enterpriseId, how, on } };
    }
    default:
      return event;
  }
}
