import { z } from 'zod';
import { FollowUpKind } from '../events/follow-up-events.ts';
import { Day, Id } from '../scalars.ts';

/** GET /api/follow-ups?mine&overdue&enterpriseId&status */
export const FollowUpItem = z.object({
  followUpId: Id,
  version: z.int(),
  enterpriseId: Id,
  enterpriseName: z.string(),
  kind: FollowUpKind,
  promise: z.string().nullable(),
  /** Why it exists, in the reader's language. */
  because: z.string(),
  dueOn: Day,
  status: z.enum(['open', 'due', 'done']),
  /** Derived: days past dueOn in the street's day, 0 when not overdue. */
  daysLate: z.int(),
  assigneeId: Id.nullable(),
});
export type FollowUpItem = z.infer<typeof FollowUpItem>;

export const CompleteFollowUp = z.strictObject({});
export const SnoozeFollowUp = z.strictObject({ until: Day });
