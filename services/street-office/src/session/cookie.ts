import type { Request } from 'express';
import { LONGEST_MS } from './session-store.ts';

/** Behind https the cookie is bound to this very host; plain http, as on a bare office machine, cannot have that. */
function cookieName(secure: boolean): string {
  return secure ? '__Host-qc' : 'qc';
}

/** How the browser reached the one address, as the gateway tells it. */
function cameSecurely(req: Request): boolean {
  return req.get('x-forwarded-proto') === 'https';
}

export function sessionCookie(req: Request, session: string): string {
  return cookie(req, session, Math.floor(LONGEST_MS / 1000));
}

export function endedCookie(req: Request): string {
  return cookie(req, '', 0);
}

function cookie(req: Request, value: string, maxAge: number): string {
  const secure = cameSecurely(req);
  return `${cookieName(secure)}=${value}; Path=/; Max-Age=${String(maxAge)}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}
