import type { EventData } from '@qucheng/contracts';
import { refuse } from '@qucheng/event-store';
import type { Decide } from '@qucheng/event-store';
import type { VisitEvent, Visits } from '../visits/visits.ts';

/** Older dates are slips of the thumb: no ledger of the office reaches back that far. */
const EARLIEST_DAY = '2000-01-01';

export const logVisit: Decide<EventData<'VisitLogged'>, Visits, VisitEvent, { today: string }> = (
  visit,
  _,
  { today },
) => {
  if (visit.on > today) return refuse('visit-in-future');
  if (visit.on < EARLIEST_DAY) return refuse('visit-too-long-ago');
  if (visit.promise !== null && visit.promise.on < visit.on) return refuse('promise-before-visit');
  return [{ type: 'VisitLogged', data: visit }];
};
