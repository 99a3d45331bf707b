import { SignIn } from '@qucheng/contracts';
import { accepts, problem } from '@qucheng/service-kit';
import type { Router } from 'express';
import type { AccountDocument, AccountStore } from '../account/account-store.ts';
import type { Passwords } from '../password/passwords.ts';
import { sessionCookie } from '../session/cookie.ts';
import type { SessionStore } from '../session/session-store.ts';
import type { AttemptStore } from './attempt-store.ts';
import { countTry } from './count-try.ts';
import { matchesTyped } from './matches-typed.ts';

interface Tools {
  readonly accounts: AccountStore;
  readonly attempts: AttemptStore;
  readonly passwords: Passwords;
  readonly sessions: SessionStore;
}

export function signInRoute(router: Router, { accounts, attempts, passwords, sessions }: Tools): void {
  router.post(
    '/session',
    accepts(SignIn, async (req, res, { account, password }) => {
      await countTry(attempts, req, account);
      const holder = await accounts.byName(account);
      // One answer and one delay for an unknown account, a closed one and a wrong password.
      if (!(await matchesTyped(passwords, hashOf(holder), password)) || holder === null)
        throw problem(401, 'wrong-account-or-password');
      // A new id at every sign-in: one planted before is worth nothing.
      const session = await sessions.open(holder._id);
      // Closing the account or setting its password ends its sessions; one that began meanwhile came too late for that.
      if (hashOf(await accounts.byId(holder._id)) !== holder.passwordHash) {
        await sessions.close(session);
        throw problem(401, 'wrong-account-or-password');
      }
      res.setHeader('Set-Cookie', sessionCookie(req, session));
      res.status(201).json({ accountId: holder._id });
    }),
  );
}

/** What a password has to fit; nothing fits a closed account. */
function hashOf(account: AccountDocument | null): string | undefined {
  return account?.closedOn === undefined ? account?.passwordHash : undefined;
}
