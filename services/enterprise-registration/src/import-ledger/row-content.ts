import { EnterpriseRegistered } from '@qucheng/contracts';
import { z } from 'zod';
import { ContactFields } from '../enterprise/seal-contacts.ts';

const Facts = EnterpriseRegistered.omit({ enterpriseId: true, source: true, contactIds: true, ownerId: true });

/** What is sealed of a row: its texts as they came, and for rows about a firm what was read from them. */
export const RowContent = z.object({
  texts: z.array(z.string().nullable()),
  reading: z.object({ facts: Facts, contact: ContactFields.nullable() }).nullable(),
});
export type RowContent = z.infer<typeof RowContent>;
