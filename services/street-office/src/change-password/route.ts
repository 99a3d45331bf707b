import { ChangePassword } from '@qucheng/contracts';
import { accepts, commandContext, labelOf, orAbsent, problem, requiresSignIn, scopeOf } from '@qucheng/service-kit';
import type { Router } from 'express';
import type { AccountStore } from '../account/account-store.ts';
import type { Passwords } from '../password/passwords.ts';
import type { SessionStore } from '../session/session-store.ts';
import type { AttemptStore } from '../sign-in/attempt-store.ts';
import { countTry } from '../sign-in/count-try.ts';
import { matchesTyped } from '../sign-in/matches-typed.ts';

interface Tools {
  readonly accounts: AccountStore;
  readonly attempts: AttemptStore;
  readonly passwords: Passwords;
  readonly sessions: SessionStore;
}

/**
 * One's own password. It is a change of the account's document and no event: nobody else has to hear of it. A wrong
 * current one is refused like at sign-in and counts with the tries there, so a session that was left open does not
 * help to guess it. Ends the other sessions of the account.
 */
export function changePasswordRoute(router: Router, { accounts, attempts, passwords, sessions }: Tools): void {
  router.post(
    '/me/password',
    requiresSignIn,
    accepts(ChangePassword, async (req, res, { current, next }) => {
      const { commandId } = commandContext(req);
      const account = orAbsent(await accounts.byId(scopeOf(req).accountId));
      if (account.closedOn !== undefined) throw problem(401, 'not-signed-in');
      await countTry(attempts, req, account.account);
      // When the first answer got lost, the new password is the one that holds already.
      const shown = account.passwordSetBy === commandId ? next : current;
      if (!(await matchesTyped(passwords, account.passwordHash, shown))) {
        const code = 'wrong-password';
        throw problem(422, 'invalid-fields', { fields: [{ path: 'current', code, message: labelOf(req, code) }] });
      }
      const set = { passwordHash: await passwords.hash(next), passwordSetBy: commandId };
      if (!(await accounts.setPassword(account, set))) throw problem(409, 'version-conflict');
      // The gateway names the session the request came with.
      await sessions.closeAll(account._id, req.get('x-session'));
      res.status(204).end();
    }),
  );
}
