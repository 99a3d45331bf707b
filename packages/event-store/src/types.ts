import type { Connection } from 'mongoose';
import type { Decide, Refusal, StoredEvent, StreamKind } from './decide.ts';

/** Who asked, when, through what. Travels with the commit; the commit log is also the audit log. */
export interface CommandContext {
  /** Idempotency key. The same id again gives the first outcome; unique per service. */
  readonly commandId: string;
  /** The office that owns the stream. A stream of another office answers `absent`. */
  readonly streetId: string;
  /** Account id, link id, or `system`. Never a name. */
  readonly by: string;
  /** `web`, `phone`, `import:<id>`, `link:<id>`, `api-key:<id>`, `reaction:<consumer>`. */
  readonly through: string;
  /** RFC 3339 UTC. When the fact was accepted, by this server's clock. */
  readonly at: string;
  /** Hash of what was asked. The same commandId with another fingerprint is refused with `key-reused`. */
  readonly fingerprint?: string;
  readonly causationId?: string;
  readonly correlationId?: string;
  readonly traceparent?: string;
  /** Refuse with `version-conflict` unless the stream stands at this version (HTTP If-Match). */
  readonly expectedVersion?: number;
}

/** The truth: one accepted command. Versions count events, so event i of a commit has version `version + i`. */
export interface Commit {
  /** `<stream>@<version of the first event, zero-padded to 12>` */
  readonly _id: string;
  readonly stream: string;
  readonly version: number;
  readonly commandId: string;
  readonly streetId: string;
  readonly at: string;
  readonly by: string;
  readonly through: string;
  readonly events: readonly StoredEvent[];
  readonly fingerprint?: string;
  readonly causationId?: string;
  readonly correlationId?: string;
  readonly traceparent?: string;
  /** Writer incarnation and its dense sequence number: the relay's order. */
  readonly writer: string;
  readonly seq: number;
  /** The commit of another writer this one follows in its stream; the relay waits for it. */
  readonly after?: { readonly writer: string; readonly seq: number };
}

/** An accepted command. `repeated` when the commandId had been accepted before: events and version are the first ones. */
export interface Accepted<Event> {
  readonly refused?: never;
  /** Version of the stream after the command. */
  readonly version: number;
  readonly events: readonly Event[];
  readonly repeated: boolean;
}

export type Outcome<Event> = Accepted<Event> | Refusal;

export interface Streams<State, Event extends StoredEvent> {
  /** Decides and commits. Loses a race at most five times, then answers `version-conflict`. */
  handle<Command, Tools>(
    context: CommandContext,
    id: string,
    decide: Decide<Command, State, Event, Tools>,
    command: Command,
    tools: Tools,
  ): Promise<Outcome<Event>>;
  /** The state of one stream of this street; undefined when there is none (or it is another street's). */
  load(streetId: string, id: string): Promise<{ state: State; version: number } | undefined>;
  /** Commits of one stream, oldest first. */
  history(streetId: string, id: string): Promise<Commit[]>;
}

export interface EventStoreOptions {
  readonly connection: Connection;
  /** Publishes in the given order and returns after the broker has acknowledged all of them; throws otherwise. */
  readonly publish: (commits: readonly Commit[]) => Promise<void>;
  /** Called with commits right after they became durable, in order per stream: for the service's own projections. Must not throw. */
  readonly onCommitted?: (commits: readonly Commit[]) => void;
  readonly log: {
    info(o: object, m?: string): void;
    warn(o: object, m?: string): void;
    error(o: object, m?: string): void;
  };
  /** How long a writer may be silent before others drain it. Default 5000 ms. */
  readonly leaseMs?: number;
  /** At most this many commits in one insertMany. Default 256. */
  readonly flushLimit?: number;
  /** States kept in memory over all kinds. Default 20000. */
  readonly cacheLimit?: number;
  /** Test seam: awaited at named points so that tests can stop the world between two awaits. */
  readonly checkpoint?: (
    point: 'before-flush' | 'after-flush' | 'before-publish' | 'after-ack' | 'after-watermark' | 'before-state',
  ) => Promise<void> | void;
}

export interface EventStore {
  /** Creates indexes, registers the writer, drains lapsed writers. */
  start(): Promise<void>;
  /** Stops taking commands, flushes, publishes what it can, releases the lease. */
  stop(): Promise<void>;
  streams<State, Event extends StoredEvent>(kind: StreamKind<State, Event>): Streams<State, Event>;
  /** Resolves when everything committed so far by this process is published (tests, shutdown). */
  settled(): Promise<void>;
  /** All commits in a stable order (per stream by version), for healing projections; pages of `limit`, resumable by the last `_id`. */
  replay(
    handle: (commits: readonly Commit[]) => Promise<void>,
    options?: { kind?: string; afterId?: string; limit?: number },
  ): Promise<void>;
  /** True while the relay's lease is held and the last publish did not fail; for readiness and metrics. */
  health(): { readonly relayOk: boolean; readonly unpublished: number; readonly oldestUnpublishedMs: number };
}

/**
 * A command whose events were not to be stored because the store is going away or overfull.
 * The HTTP edge answers 503 with Retry-After.
 */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}
