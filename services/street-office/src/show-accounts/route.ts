import { requires, scopeOf } from '@qucheng/service-kit';
import type { Router } from 'express';
import type { AccountStore } from '../account/account-store.ts';

export function showAccountsRoute(router: Router, { accounts }: { accounts: AccountStore }): void {
  router.get('/accounts', requires('office.read'), async (req, res) => {
    const found = await accounts.ofStreet(scopeOf(req).streetId);
    const items = found.map(({ _id, displayName, role }) => ({ accountId: _id, displayName, role }));
    res.json({ items, nextCursor: null, total: items.length });
  });
}
