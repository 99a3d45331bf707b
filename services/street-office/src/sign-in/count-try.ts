import { problem } from '@qucheng/service-kit';
import type { Request } from 'express';
import type { AttemptStore } from './attempt-store.ts';

/** Notes that a password of this account is being tried; throws 429 when it is one try too many. */
export async function countTry(attempts: AttemptStore, req: Request, account: string): Promise<void> {
  // The gateway says where a request came from; nobody else reaches a service.
  const address = req.get('x-client-address') ?? req.socket.remoteAddress ?? '';
  if (!(await attempts.allow(account, address))) throw problem(429, 'too-many-requests', { retryAfter: 60 });
}
