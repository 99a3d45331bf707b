import type { IncomingMessage } from 'node:http';

/** Whether the caller can read answers that are encoded like this. */
export function acceptsEncoding({ headers }: IncomingMessage, encoding: 'br' | 'gzip'): boolean {
  const accepted = headers['accept-encoding'];
  return typeof accepted === 'string' && new RegExp(`\\b${encoding}\\b(?!;q=0(?:,|$))`).test(accepted);
}
