import { timingSafeEqual } from 'node:crypto';
import type { RequestHandler } from 'express';
import { problem } from '../http/problem.ts';

/** Lets in only those who show the key that services share. */
export function requiresInternalKey(internalKey: string): RequestHandler {
  const expected = Buffer.from(internalKey);
  return (req, _res, next) => {
    const shown = Buffer.from(req.get('x-internal-key') ?? '');
    if (shown.length !== expected.length || !timingSafeEqual(shown, expected)) throw problem(401, 'not-signed-in');
    next();
  };
}
