import type { Contact } from '@qucheng/contracts';
import { z } from 'zod';
import type { DataKey } from '../person-key/data-key.ts';
import type { SealedContact } from './enterprise.ts';

/** What is kept of a contact, sealed with the contact's key. */
export const ContactFields = z.object({ name: z.string(), post: z.string().nullable(), phone: z.string().nullable() });
export type ContactFields = z.infer<typeof ContactFields>;

export function sealContact(
  contactId: string,
  { name, post, phone }: z.infer<typeof Contact>,
  key: DataKey,
): SealedContact {
  const fields: ContactFields = { name, post, phone };
  return { contactId, sealed: key.seal(fields), mark: key.mark(fields) };
}
