import { ACTIONS, PERMISSIONS } from '@qucheng/contracts';
import type { Me } from '@qucheng/contracts';
import type { Streams } from '@qucheng/event-store';
import { orAbsent, requiresSignIn, scopeOf } from '@qucheng/service-kit';
import type { Router } from 'express';
import type { AccountStore } from '../account/account-store.ts';
import { loadStreet } from '../street/load-street.ts';
import type { Street, StreetEvent } from '../street/street.ts';

export function showMeRoute(
  router: Router,
  { accounts, streets }: { accounts: AccountStore; streets: Streams<Street, StreetEvent> },
): void {
  router.get('/me', requiresSignIn, async (req, res) => {
    const scope = scopeOf(req);
    const account = orAbsent(await accounts.byId(scope.accountId));
    const street = await loadStreet(streets, scope);
    const me: Me = {
      accountId: account._id,
      displayName: account.displayName,
      role: account.role,
      street: { streetId: street.streetId, name: street.name },
      communityIds: account.communityIds === null ? null : [...account.communityIds],
      actions: ACTIONS.filter((action) => PERMISSIONS[account.role][action] !== undefined),
    };
    res.json(me);
  });
}
