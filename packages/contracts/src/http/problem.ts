import { z } from 'zod';
import { MissingItem } from '../stages.ts';

/** application/problem+json (RFC 9457) as every service answers it. `code` is stable, `title` follows the reader's language. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  instance: z.string().optional(),
  traceId: z.string().optional(),
  fields: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).optional(),
  missing: z.array(MissingItem.extend({ label: z.string() })).optional(),
});
export type Problem = z.infer<typeof Problem>;

/** Answer to every accepted write. Pass `written` (`<stream>@<version>`) on as `minVersion` to read one's own write. */
export const Written = z.object({ id: z.string(), version: z.int(), written: z.string() });
export type Written = z.infer<typeof Written>;

export const page = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable(), total: z.int().optional() });
