import type { IncomingMessage, ServerResponse } from 'node:http';
import { languageOf, textOf } from '@qucheng/service-kit/process';
import { MESSAGES } from './messages.ts';

/** An answer of the gateway itself that is not a success, in the form all services use. */
export function sendProblem(
  req: IncomingMessage,
  res: ServerResponse,
  status: number,
  code: string,
  retryAfter?: number,
): void {
  if (res.headersSent || res.destroyed) {
    res.destroy();
    return;
  }
  const title = textOf(MESSAGES, code, languageOf(req)) ?? code;
  const body = JSON.stringify({
    type: `urn:qucheng:problem:${code}`,
    title,
    status,
    code,
    instance: (req.url ?? '/').split('?', 1)[0],
  });
  res.writeHead(status, {
    'content-type': 'application/problem+json',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
  });
  res.end(body);
}
