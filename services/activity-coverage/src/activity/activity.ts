import type { ContractEvent, EventData } from '@qucheng/contracts';
import type { StreamKind } from '@qucheng/event-store';

export type ActivityEvent = Extract<
  ContractEvent,
  { type: 'ActivityPublished' | 'SignUpMade' | 'SignUpCancelled' | 'AttendanceRecorded' }
>;

export interface Participant {
  readonly enterpriseId: string;
  readonly status: 'signedUp' | 'waiting' | 'attended' | 'cancelled';
  /** Came without having signed up. */
  readonly walkIn: boolean;
}

export interface PublishedActivity {
  readonly status: 'published';
  readonly details: EventData<'ActivityPublished'>;
  /** By person, in the order of signing up: the waiting list is served from the front. */
  readonly people: Readonly<Record<string, Participant>>;
}

export type Activity = { readonly status: 'absent' } | PublishedActivity;

/** What decisions about an activity need of the world. */
export interface ActivityTools {
  readonly now: string;
  readonly today: string;
  /** Days from the given day to today. */
  readonly daysSince: (day: string) => number;
}

export const activityKind: StreamKind<Activity, ActivityEvent> = {
  name: 'activity',
  initial: { status: 'absent' },
  evolve: (activity, event) => {
    if (event.type === 'ActivityPublished') return { status: 'published', details: event.data, people: {} };
    if (activity.status === 'absent') return activity;
    return { ...activity, people: peopleAfter(activity.people, event) };
  },
};

function peopleAfter(
  people: PublishedActivity['people'],
  event: Exclude<ActivityEvent, { type: 'ActivityPublished' }>,
): PublishedActivity['people'] {
  const { personId, enterpriseId } = event.data;
  const before = people[personId];
  switch (event.type) {
    case 'SignUpMade': {
      const participant = { enterpriseId, status: event.data.waiting ? 'waiting' : 'signedUp', walkIn: false } as const;
      // Moving up keeps the place in the order; signing up again after cancelling goes to its end.
      if (before?.status === 'waiting') return { ...people, [personId]: participant };
      const { [personId]: _, ...others } = people;
      return { ...others, [personId]: participant };
    }
    case 'SignUpCancelled':
      return { ...people, [personId]: { enterpriseId, status: 'cancelled', walkIn: false } };
    case 'AttendanceRecorded': {
      const walkIn = before?.status !== 'signedUp' && before?.status !== 'waiting';
      return { ...people, [personId]: { enterpriseId, status: 'attended', walkIn } };
    }
    default:
      return event satisfies never;
  }
}

/** Seats in use: who signed up and who is there, whether they signed up or not. */
export function seatsTaken({ people }: PublishedActivity): number {
  return Object.values(people).filter(({ status }) => status === 'signedUp' || status === 'attended').length;
}

export function firstWaiting({ people }: PublishedActivity): { personId: string; enterpriseId: string } | undefined {
  const waiting = Object.entries(people).find(([, { status }]) => status === 'waiting');
  return waiting && { personId: waiting[0], enterpriseId: waiting[1].enterpriseId };
}

export function countsOf({ people }: PublishedActivity): { signedUp: number; waiting: number; attended: number } {
  const everybody = Object.values(people);
  return {
    signedUp: everybody.filter(({ status, walkIn }) => status === 'signedUp' || (status === 'attended' && !walkIn))
      .length,
    waiting: everybody.filter(({ status }) => status === 'waiting').length,
    attended: everybody.filter(({ status }) => status === 'attended').length,
  };
}
