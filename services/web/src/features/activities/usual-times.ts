import { addDays, nextWeekday } from '../../language/dates.ts';

const SATURDAY = 6;
const CLOSES_BEFORE = 3;

/**
 * What a new activity proposes on a day: most of a street's are on a Saturday morning and close three days before. One
 * that could only close in the past is meant for the Saturday after.
 */
export function usualTimes(today: string): { readonly startsAt: string; readonly closesAt: string } {
  const next = nextWeekday(today, SATURDAY);
  const saturday = addDays(next, -CLOSES_BEFORE) > today ? next : addDays(next, 7);
  return { startsAt: `${saturday}T09:00`, closesAt: `${addDays(saturday, -CLOSES_BEFORE)}T18:00` };
}
