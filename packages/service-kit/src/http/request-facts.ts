import type { IncomingMessage } from 'node:http';
import type { Reach } from '@qucheng/contracts';
import type { CommandContext } from '@qucheng/event-store';
import type { Scope } from '../types.ts';

/** What has been found out about a request so far. */
export interface RequestFacts {
  scope?: Scope;
  reach?: Reach;
  /** The JSON text as it came: part of the fingerprint. */
  bodyText?: string;
  context?: CommandContext;
}

const FACTS = Symbol('facts');

interface Carrier extends IncomingMessage {
  [FACTS]: RequestFacts | undefined;
}

export function factsOf(req: IncomingMessage): RequestFacts {
  // A symbol on the request itself: cheaper than a WeakMap on a path taken by every request.
  const carrier = req as Carrier;
  return (carrier[FACTS] ??= {});
}
