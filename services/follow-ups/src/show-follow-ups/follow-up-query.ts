import { z } from 'zod';
import { FollowUpItem, Id } from '@qucheng/contracts';

/** `?mine`, `?mine=1` and `?mine=true` say the same. */
const Flag = z
  .enum(['', '1', 'true', '0', 'false'])
  .transform((value) => !['0', 'false'].includes(value))
  .default(false);

/** Without a status: what is still to do. */
export const FollowUpQuery = z.strictObject({
  mine: Flag,
  overdue: Flag,
  enterpriseId: Id.optional(),
  status: FollowUpItem.shape.status.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  /** The place of the last one of the page before. */
  cursor: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}~[0-7][0-9A-HJKMNP-TV-Z]{25}$/)
    .optional(),
});
