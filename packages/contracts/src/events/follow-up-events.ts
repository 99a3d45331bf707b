import { z } from 'zod';
import { Day, Id, Instant } from '../scalars.ts';

export const FollowUpKind = z.enum(['promise', 'thankAndVisit']);

export const FollowUpScheduled = z.strictObject({
  followUpId: Id,
  enterpriseId: Id,
  kind: FollowUpKind,
  /** Why it exists: code of the reason, with the event that caused it. */
  cause: z.strictObject({ eventId: z.string(), code: z.string() }),
  promise: z.string().nullable(),
  dueOn: Day,
  assigneeId: Id.nullable(),
});
/** The due moment came and nothing had been done: the assignee was reminded. */
export const FollowUpCameDue = z.strictObject({
  followUpId: Id,
  enterpriseId: Id,
  assigneeId: Id.nullable(),
  at: Instant,
});
export const FollowUpDone = z.strictObject({
  followUpId: Id,
  enterpriseId: Id,
  how: z.enum(['byHand', 'byVisit']),
  on: Day,
});
export const FollowUpSnoozed = z.strictObject({ followUpId: Id, enterpriseId: Id, dueOn: Day });
