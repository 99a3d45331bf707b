import type { IncomingMessage } from 'node:http';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a browser sends this for another site's page. Browsers say so by Sec-Fetch-Site, older ones by Origin; what
 * sends neither is no browser, and carries no cookie it did not mean to.
 */
export function isCrossSite({ method = 'GET', headers }: IncomingMessage): boolean {
  if (SAFE.has(method)) return false;
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const { origin, host } = headers;
  if (origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}
