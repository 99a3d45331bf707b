import type { Request, RequestHandler } from 'express';
import { reachOf } from '@qucheng/contracts';
import type { Action } from '@qucheng/contracts';
import { edgeOf } from '../http/edge.ts';
import { problem } from '../http/problem.ts';
import { factsOf } from '../http/request-facts.ts';
import type { Scope } from '../types.ts';

/** First in every route: a valid token (else 401) whose role may do this at all (else 403). */
export function requires(action: Action): RequestHandler {
  return withScope((req, scope) => {
    const reach = reachOf(scope.role, action);
    if (reach === undefined) throw problem(403, 'not-allowed');
    factsOf(req).reach = reach;
  });
}

/** For the few routes that are everybody's own: a valid token, whatever its role (else 401). There is no reach then. */
export const requiresSignIn: RequestHandler = withScope(() => undefined);

function withScope(admit: (req: Request, scope: Scope) => void): RequestHandler {
  return (req, _res, next) => {
    const header = req.headers.authorization;
    if (header === undefined || !header.startsWith('Bearer ')) throw problem(401, 'not-signed-in');
    const take = (scope: Scope | undefined): void => {
      if (scope === undefined) throw problem(401, 'not-signed-in');
      factsOf(req).scope = scope;
      admit(req, scope);
    };
    const verified = edgeOf(req).verify(header.slice('Bearer '.length));
    if (verified instanceof Promise)
      return verified.then(take).then(() => {
        next();
      });
    take(verified);
    next();
  };
}
