import type { IncomingMessage } from 'node:http';

export interface Caller {
  readonly address: string;
  readonly protocol: 'http' | 'https';
}

/** Where a request came from. Forwarded headers are believed only from our own reverse proxy, which adds the last one. */
export function callerOf(req: IncomingMessage, trustProxy: boolean): Caller {
  const direct: Caller = { address: req.socket.remoteAddress ?? '', protocol: 'http' };
  if (!trustProxy) return direct;
  const forwarded = String(req.headers['x-forwarded-for'] ?? '')
    .split(',')
    .at(-1)
    ?.trim();
  return {
    address: forwarded === undefined || forwarded === '' ? direct.address : forwarded,
    protocol: req.headers['x-forwarded-proto'] === 'https' ? 'https' : 'http',
  };
}
