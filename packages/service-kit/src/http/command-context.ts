import type { Request } from 'express';
import type { CommandContext } from '@qucheng/event-store';
import { newId } from '../ids.ts';
import { scopeOf } from '../identity/scope.ts';
import { edgeOf } from './edge.ts';
import { problem } from './problem.ts';
import { factsOf } from './request-facts.ts';

const ULID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;
const VERSION = /^"(\d{1,15})"$/;

/**
 * Who asks for what, for the event store. The commandId is the Idempotency-Key, else a fresh id; a new thing takes it
 * as its own id, so that the repeated request finds the same stream. The same object on every call for one request.
 */
export function commandContext(req: Request): CommandContext {
  const facts = factsOf(req);
  return (facts.context ??= createContext(req, facts.bodyText ?? ''));
}

function createContext(req: Request, bodyText: string): CommandContext {
  const scope = scopeOf(req);
  const { 'idempotency-key': key, 'if-match': ifMatch, traceparent } = req.headers;
  if (key !== undefined && (typeof key !== 'string' || !ULID.test(key))) throw problem(400, 'bad-idempotency-key');
  const expected = ifMatch === undefined ? undefined : VERSION.exec(ifMatch)?.[1];
  if (ifMatch !== undefined && expected === undefined) throw problem(400, 'bad-version');
  return {
    commandId: key ?? newId(),
    streetId: scope.streetId,
    by: scope.accountId,
    through: scope.through,
    at: new Date().toISOString(),
    // A fresh commandId cannot come again: nothing to compare.
    ...(key === undefined
      ? {}
      : { fingerprint: edgeOf(req).fingerprint(`${req.method} ${req.originalUrl}\n${scope.accountId}\n${bodyText}`) }),
    ...(expected === undefined ? {} : { expectedVersion: Number(expected) }),
    ...(typeof traceparent === 'string' && traceparent.length <= 60 ? { traceparent } : {}),
  };
}
