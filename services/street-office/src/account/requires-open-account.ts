import { problem, scopeOf } from '@qucheng/service-kit';
import type { RequestHandler } from 'express';
import type { AccountStore } from './account-store.ts';

/**
 * A token outlives a closed account by up to a minute. For most work that may be; but who could still open an account
 * or set a password in that minute would have a way back in, so these routes look the account up (else 401).
 */
export function requiresOpenAccount(accounts: AccountStore): RequestHandler {
  return async (req, _res, next) => {
    if ((await accounts.byId(scopeOf(req).accountId))?.closedOn !== undefined) throw problem(401, 'not-signed-in');
    next();
  };
}
