import type { IncomingMessage } from 'node:http';

const COOKIE = /(?:^|;\s*)(?:__Host-qc|qc)=([\w-]{20,200})(?:;|$)/;
const BEARER = /^Bearer ([\w-]{20,200})$/;

/** The session id a request shows, in the cookie or as a bearer. */
export function readSession({ headers }: IncomingMessage): string | undefined {
  const bearer = headers.authorization === undefined ? undefined : BEARER.exec(headers.authorization)?.[1];
  return bearer ?? (headers.cookie === undefined ? undefined : COOKIE.exec(headers.cookie)?.[1]);
}
