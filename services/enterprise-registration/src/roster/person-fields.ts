import { Day } from '@qucheng/contracts';
import { z } from 'zod';

/** What is kept of a young employee, sealed with the person's key. */
export const PersonFields = z.object({
  name: z.string(),
  sex: z.enum(['female', 'male', 'unknown']),
  birthDate: Day,
  phone: z.string().nullable(),
  post: z.string().nullable(),
});
export type PersonFields = z.infer<typeof PersonFields>;
