import { z } from 'zod';
import { Count, Day, Id, Instant, line } from '../scalars.ts';

export const ActivityTheme = z.enum([
  'canalWalk',
  'springOuting',
  'teamBuilding',
  'matchmaking',
  'volunteering',
  'other',
]);
export const FeeClass = z.enum(['free', 'lowFee', 'paid']);
export const CheckInMethod = z.enum(['qr', 'roster', 'paper']);

export const ActivityPublished = z.strictObject({
  activityId: Id,
  theme: ActivityTheme,
  title: line(80),
  startsAt: Instant,
  on: Day,
  place: line(120),
  capacity: z.int().min(1).max(100_000),
  minimum: z.int().min(1).max(100_000),
  closesAt: Instant,
  fee: FeeClass,
});
/** Sent again with `waiting: false` when somebody on the waiting list moves up. */
export const SignUpMade = z.strictObject({ activityId: Id, personId: Id, enterpriseId: Id, waiting: z.boolean() });
export const SignUpCancelled = z.strictObject({ activityId: Id, personId: Id, enterpriseId: Id });
export const AttendanceRecorded = z.strictObject({
  activityId: Id,
  personId: Id,
  enterpriseId: Id,
  method: CheckInMethod,
  on: Day,
});
/** A firm was reached by an activity: at least one of its people was checked in. `until` is when this evidence lapses. */
export const EnterpriseCovered = z.strictObject({
  enterpriseId: Id,
  activityId: Id,
  on: Day,
  /** Never covered before by any activity. */
  firstTime: z.boolean(),
  people: Count,
  until: Day,
});
