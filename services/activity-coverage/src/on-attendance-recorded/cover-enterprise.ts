import type { EventData } from '@qucheng/contracts';
import type { Decide } from '@qucheng/event-store';
import type { Coverage, CoverageEvent } from '../coverage/coverage.ts';

export interface CoverEnterprise extends Omit<EventData<'AttendanceRecorded'>, 'method'> {
  /** The day this evidence lapses. */
  readonly until: string;
}

/** One checked-in employee covers the firm; each further one of the same activity raises the number of people. */
export const coverEnterprise: Decide<CoverEnterprise, Coverage, CoverageEvent> = (command, { attended }) => {
  const { enterpriseId, activityId, personId, on, until } = command;
  const present = attended[activityId] ?? [];
  if (present.includes(personId)) return [];
  const firstTime = Object.keys(attended).length === 0;
  return [
    {
      type: 'EnterpriseCovered',
      data: { enterpriseId, activityId, on, firstTime, people: present.length + 1, until, personId },
    },
  ];
};
