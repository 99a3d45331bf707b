import type { Application, Request } from 'express';
import type { Scope } from '../types.ts';
import type { Fingerprint } from './fingerprint.ts';
import type { MessageCatalogue } from './messages.ts';

/** What the request functions need to know of their service. One per app. */
export interface Edge {
  readonly messages: MessageCatalogue;
  /** The scope of a token; undefined when it is not valid (any more). Synchronous for a token seen before. */
  readonly verify: (token: string) => Scope | undefined | Promise<Scope | undefined>;
  readonly fingerprint: Fingerprint;
}

const edges = new WeakMap<Application, Edge>();

export function setEdge(app: Application, edge: Edge): void {
  edges.set(app, edge);
}

export function edgeOf(req: Request): Edge {
  const edge = edges.get(req.app);
  if (edge === undefined) throw new Error('this app was not made by the service kit');
  return edge;
}
