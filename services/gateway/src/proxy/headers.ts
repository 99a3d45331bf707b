import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Caller } from '../guard/caller.ts';

/** What a caller may say to a service. Everything else ends here: cookies, keys, forwarded and hop-by-hop headers. */
const PASSED_IN = [
  'accept',
  'accept-language',
  'content-encoding',
  'content-length',
  'content-type',
  'idempotency-key',
  'if-match',
  'if-none-match',
  'last-event-id',
  'traceparent',
  'tracestate',
] as const;

/** Headers that speak of one connection only. */
const HOP_BY_HOP = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

export function headersIn(
  req: IncomingMessage,
  { address, protocol }: Caller,
  token: string | undefined,
): Record<string, string> {
  const passed: Record<string, string> = { 'x-client-address': address, 'x-forwarded-proto': protocol };
  for (const name of PASSED_IN) {
    const value = req.headers[name];
    if (typeof value === 'string') passed[name] = value;
  }
  if (token !== undefined) passed['authorization'] = `Bearer ${token}`;
  return passed;
}

export function headersOut(headers: IncomingHttpHeaders): Record<string, string | string[]> {
  const passed: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && !HOP_BY_HOP.has(name)) passed[name] = value;
  }
  return passed;
}
