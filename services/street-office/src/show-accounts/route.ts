import { reachOf } from '@qucheng/contracts';
import type { ManagedAccount } from '@qucheng/contracts';
import { requires, scopeOf } from '@qucheng/service-kit';
import type { Router } from 'express';
import type { AccountDocument, AccountStore } from '../account/account-store.ts';

/** Who works here, closed accounts too: lists of past work show their names. How one signs in is for who looks after it. */
export function showAccountsRoute(router: Router, { accounts }: { accounts: AccountStore }): void {
  router.get('/accounts', requires('office.read'), async (req, res) => {
    const { streetId, role } = scopeOf(req);
    const found = await accounts.ofStreet(streetId);
    const items = found.map(reachOf(role, 'office.manage') === undefined ? itemOf : managed);
    res.json({ items, nextCursor: null, total: items.length });
  });
}

const itemOf = ({ _id, displayName, role }: AccountDocument) => ({ accountId: _id, displayName, role });

const managed = (document: AccountDocument): ManagedAccount => ({
  ...itemOf(document),
  account: document.account,
  communityIds: document.communityIds === null ? null : [...document.communityIds],
  closedOn: document.closedOn ?? null,
});
