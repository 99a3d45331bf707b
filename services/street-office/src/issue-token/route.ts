import { accepts, problem } from '@qucheng/service-kit';
import type { Router } from 'express';
import { z } from 'zod';
import type { AccountStore } from '../account/account-store.ts';
import type { SessionStore } from '../session/session-store.ts';
import { TOKEN_SECONDS } from './sign-token.ts';
import type { SignToken } from './sign-token.ts';

const IssueToken = z.strictObject({ session: z.string().min(20).max(200) });

interface Tools {
  readonly accounts: AccountStore;
  readonly sessions: SessionStore;
  readonly sign: SignToken;
}

/** The gateway shows a session and gets what the services believe for a minute. */
export function issueTokenRoute(router: Router, { accounts, sessions, sign }: Tools): void {
  router.post(
    '/tokens',
    accepts(IssueToken, async (_req, res, { session }) => {
      const accountId = await sessions.accountOf(session);
      const account = accountId === undefined ? null : await accounts.byId(accountId);
      if (account === null || account.closedOn !== undefined) throw problem(401, 'not-signed-in');
      res.status(201).json({ token: await sign(account, 'web'), expiresIn: TOKEN_SECONDS });
    }),
  );
}
