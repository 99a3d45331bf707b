import type { RequestHandler } from 'express';
import { reachOf } from '@qucheng/contracts';
import type { Action } from '@qucheng/contracts';
import { edgeOf } from '../http/edge.ts';
import { problem } from '../http/problem.ts';
import { factsOf } from '../http/request-facts.ts';
import type { Scope } from '../types.ts';

/** First in every route: a valid token (else 401) whose role may do this at all (else 403). */
export function requires(action: Action): RequestHandler {
  return (req, _res, next) => {
    const header = req.headers.authorization;
    if (header === undefined || !header.startsWith('Bearer ')) throw problem(401, 'not-signed-in');
    const admit = (scope: Scope | undefined): void => {
      if (scope === undefined) throw problem(401, 'not-signed-in');
      const reach = reachOf(scope.role, action);
      if (reach === undefined) throw problem(403, 'not-allowed');
      const facts = factsOf(req);
      facts.scope = scope;
      facts.reach = reach;
    };
    const verified = edgeOf(req).verify(header.slice('Bearer '.length));
    if (!(verified instanceof Promise)) {
      admit(verified);
      next();
      return;
    }
    return verified.then(admit).then(() => {
      next();
    });
  };
}
