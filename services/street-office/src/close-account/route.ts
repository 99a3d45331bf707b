import { CloseAccount } from '@qucheng/contracts';
import { isRefusal } from '@qucheng/event-store';
import { accepts, idOf, refusalProblem, requires, scopeOf, today } from '@qucheng/service-kit';
import type { Router } from 'express';
import type { AccountStore } from '../account/account-store.ts';
import { requiresOpenAccount } from '../account/requires-open-account.ts';
import type { SessionStore } from '../session/session-store.ts';
import { closeAccount } from './close-account.ts';

interface Tools {
  readonly accounts: AccountStore;
  readonly sessions: SessionStore;
  readonly clock: () => Date;
}

/**
 * Closes an account of the own street: it cannot sign in any more and its sessions end. A change of the account's
 * document and no event; the document stays, because lists of past work show its name.
 *
 * The gateway exchanges a session for a token and keeps that for 45 s, services believe it for 60 s: a closed account
 * gets no new token, and what it holds already lives on for that minute at most, though not for looking after accounts.
 */
export function closeAccountRoute(router: Router, { accounts, sessions, clock }: Tools): void {
  router.post(
    '/accounts/:accountId/closing',
    requires('office.manage'),
    requiresOpenAccount(accounts),
    accepts(CloseAccount, async (req, res) => {
      const { accountId: by, streetId } = scopeOf(req);
      const account = await accounts.ofOwnStreet(idOf(req, 'accountId'), streetId);
      const closedOn = closeAccount(account, { by, on: today(clock()) });
      if (isRefusal(closedOn)) throw refusalProblem(closedOn);
      await accounts.close(account._id, closedOn);
      await sessions.closeAll(account._id);
      res.status(204).end();
    }),
  );
}
