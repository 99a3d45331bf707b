import { ResetPassword } from '@qucheng/contracts';
import { accepts, commandContext, idOf, problem, requires, scopeOf } from '@qucheng/service-kit';
import type { Router } from 'express';
import type { AccountStore } from '../account/account-store.ts';
import { requiresOpenAccount } from '../account/requires-open-account.ts';
import type { Passwords } from '../password/passwords.ts';
import type { SessionStore } from '../session/session-store.ts';

interface Tools {
  readonly accounts: AccountStore;
  readonly passwords: Passwords;
  readonly sessions: SessionStore;
}

/**
 * A new password for somebody of the own street who forgot it; ends all sessions of that account. A change of the
 * account's document and no event. Tokens issued before hold for up to a minute.
 */
export function resetPasswordRoute(router: Router, { accounts, passwords, sessions }: Tools): void {
  router.post(
    '/accounts/:accountId/password',
    requires('office.manage'),
    requiresOpenAccount(accounts),
    accepts(ResetPassword, async (req, res, { password }) => {
      const { commandId } = commandContext(req);
      const account = await accounts.ofOwnStreet(idOf(req, 'accountId'), scopeOf(req).streetId);
      if (account.closedOn !== undefined) throw problem(422, 'account-closed');
      const set = { passwordHash: await passwords.hash(password), passwordSetBy: commandId };
      if (!(await accounts.setPassword(account, set))) throw problem(409, 'version-conflict');
      await sessions.closeAll(account._id);
      res.status(204).end();
    }),
  );
}
