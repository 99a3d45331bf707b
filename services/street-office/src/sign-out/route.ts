import type { Router } from 'express';
import { endedCookie } from '../session/cookie.ts';
import type { SessionStore } from '../session/session-store.ts';

/** Ends the session the gateway found in the cookie. Signing out twice is fine. */
export function signOutRoute(router: Router, { sessions }: { readonly sessions: SessionStore }): void {
  router.delete('/session', async (req, res) => {
    const session = req.get('x-session');
    if (session !== undefined) await sessions.close(session);
    res.setHeader('Set-Cookie', endedCookie(req));
    res.status(204).end();
  });
}
