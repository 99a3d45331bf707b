import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { describeError } from '@qucheng/service-kit/process';
import type { Logger } from '@qucheng/service-kit/process';
import { callerOf } from './guard/caller.ts';
import type { Caller } from './guard/caller.ts';
import { isCrossSite } from './guard/cross-site.ts';
import { forward } from './proxy/forward.ts';
import { headersIn } from './proxy/headers.ts';
import { TooLarge } from './proxy/limited-body.ts';
import { sendProblem } from './proxy/send-problem.ts';
import type { Upstreams } from './proxy/upstreams.ts';
import { findService } from './routing/find-service.ts';
import { readSession } from './session/read-session.ts';
import type { TokenExchange } from './session/token-exchange.ts';
import type { WebFile } from './web-files/load-files.ts';
import { serveFiles } from './web-files/serve-files.ts';

export interface RequestTools {
  readonly allow: (address: string) => boolean;
  readonly trustProxy: boolean;
  readonly upstreams: Upstreams;
  readonly tokens: TokenExchange;
  readonly files: ReadonlyMap<string, WebFile>;
  readonly taking: () => boolean;
  readonly log: Logger;
}

/** Everything that arrives at the one address: its own health, `/api`, and the web. */
export function createRequestHandler(tools: RequestTools): RequestListener {
  return (req, res) => {
    const url = req.url ?? '/';
    const [path = '/'] = url.split('?', 1);
    if (path === '/health/live' || path === '/health/ready')
      return sendHealth(res, path === '/health/live' || tools.taking());
    const caller = callerOf(req, tools.trustProxy);
    if (!tools.allow(caller.address)) return sendProblem(req, res, 429, 'too-many-requests', 1);
    if (!path.startsWith('/api/')) return serveFiles(tools.files, req, res, path);
    passOn(tools, req, res, url.slice('/api'.length), caller).catch((error: unknown) => {
      fail(tools, req, res, error);
    });
  };
}

async function passOn(
  { upstreams, tokens }: RequestTools,
  req: IncomingMessage,
  res: ServerResponse,
  url: string,
  caller: Caller,
): Promise<void> {
  const [path = ''] = url.split('?', 1);
  const service = findService(req.method ?? 'GET', path);
  if (service === undefined || isCrossSite(req)) {
    if (service === undefined) sendProblem(req, res, 404, 'not-found');
    else sendProblem(req, res, 403, 'not-allowed');
    return;
  }
  const session = readSession(req, caller.protocol);
  const atTheDoor = path === '/session';
  // Signing in and out speaks of sessions, everything else of tokens.
  const token = session === undefined || atTheDoor ? undefined : await tokens.tokenOf(session);
  const headers = headersIn(req, caller, token);
  // A new password ends all sessions but this one.
  if ((atTheDoor || path === '/me/password') && session !== undefined) headers['x-session'] = session;
  const live = path === '/dashboards/stream';
  const status = await forward(upstreams.pool(service, live), url, headers, req, res);
  if (session !== undefined && (status === 401 || (atTheDoor && req.method === 'DELETE'))) tokens.forget(session);
}

function fail({ log }: RequestTools, req: IncomingMessage, res: ServerResponse, error: unknown): void {
  // The caller went away: nobody is there to be told.
  if (res.destroyed) return;
  if (error instanceof TooLarge) return sendProblem(req, res, 413, 'too-large');
  log.warn({ error: describeError(error) }, 'a service did not answer');
  sendProblem(req, res, 503, 'unavailable', 2);
}

function sendHealth(res: ServerResponse, good: boolean): void {
  res
    .writeHead(good ? 200 : 503, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(JSON.stringify({ ready: good }));
}
