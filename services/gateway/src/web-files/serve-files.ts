import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname } from 'node:path';
import { acceptsEncoding } from '../encoding/accepts-encoding.ts';
import { sendProblem } from '../proxy/send-problem.ts';
import type { WebFile } from './load-files.ts';

/** Styles are written into the page by the component library; scripts come from here alone. */
const POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** Built assets carry a hash of their content in their names. */
const IMMUTABLE = /^\/assets\//;

/** Serves the built web; a path without an ending is a page of the application, and that is index.html. */
export function serveFiles(
  files: ReadonlyMap<string, WebFile>,
  req: IncomingMessage,
  res: ServerResponse,
  path: string,
): void {
  if (req.method !== 'GET' && req.method !== 'HEAD') return sendProblem(req, res, 404, 'not-found');
  const isPage = extname(path) === '';
  const file = files.get(path) ?? (isPage ? files.get('/index.html') : undefined);
  if (file === undefined) return sendProblem(req, res, 404, isPage ? 'web-not-built' : 'not-found');
  const chosen = file.encoded.find(({ encoding }) => acceptsEncoding(req, encoding));
  const bytes = chosen?.bytes ?? file.plain;
  const headers = {
    'content-type': file.type,
    'cache-control': IMMUTABLE.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
    etag: file.etag,
    vary: 'accept-encoding',
    'content-security-policy': POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'permissions-policy': 'geolocation=(), microphone=()',
  };
  if (req.headers['if-none-match'] === file.etag) {
    res.writeHead(304, headers).end();
    return;
  }
  res.writeHead(200, {
    ...headers,
    'content-length': bytes.length,
    ...(chosen === undefined ? {} : { 'content-encoding': chosen.encoding }),
  });
  res.end(req.method === 'HEAD' ? undefined : bytes);
}
