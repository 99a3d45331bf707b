import { refuse } from '@qucheng/event-store';
import type { Refusal } from '@qucheng/event-store';
import type { AccountDocument } from '../account/account-store.ts';

/** The day an account is closed on: the first one when it was closed before. Nobody closes the account he works with. */
export function closeAccount(
  account: Pick<AccountDocument, '_id' | 'closedOn'>,
  { by, on }: { readonly by: string; readonly on: string },
): string | Refusal<never> {
  return account._id === by ? refuse('own-account') : (account.closedOn ?? on);
}
