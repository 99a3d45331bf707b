import type { IncomingMessage } from 'node:http';
import type { Caller } from '../guard/caller.ts';

/** As street-office sets them. Behind https only the one bound to this host: any other may come from a neighbouring one. */
const COOKIES = {
  http: /(?:^|;\s*)qc=([\w-]{20,200})(?:;|$)/,
  https: /(?:^|;\s*)__Host-qc=([\w-]{20,200})(?:;|$)/,
} as const;
const BEARER = /^Bearer ([\w-]{20,200})$/;

/** The session id a request shows, in the cookie or as a bearer. */
export function readSession({ headers }: IncomingMessage, protocol: Caller['protocol']): string | undefined {
  const bearer = headers.authorization === undefined ? undefined : BEARER.exec(headers.authorization)?.[1];
  return bearer ?? (headers.cookie === undefined ? undefined : COOKIES[protocol].exec(headers.cookie)?.[1]);
}
