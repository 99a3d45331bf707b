import type { CommandContext, Commit, EventStore, StoredEvent } from '@qucheng/event-store';
import type {
  ContractEvent,
  EventData,
  EventEnvelope,
  EventType,
  Role,
  RuleRef,
  ServiceName,
} from '@qucheng/contracts';
import type { Applied, Messaging } from '@qucheng/messaging';
import type { Express, Router } from 'express';
import type { Connection } from 'mongoose';
import type { Logger } from 'pino';
import type { MessageCatalogue } from './http/messages.ts';

/** What every service is: it starts, it stops, it has an app. The same one runs alone, together with others, and in tests. */
export interface Service {
  start(): Promise<void>;
  /** Stops taking, finishes what is in flight, closes connections. Has its own deadline. */
  stop(): Promise<void>;
  readonly app: Express;
  /** Base URL once started (port 0 in tests). */
  url(): string;
  /** Resolves when everything accepted so far has been published and everything published has been applied here. */
  settled(): Promise<void>;
}

/** Configuration every service has; services add their own with `readEnvironment`. */
export interface BaseConfig {
  readonly port: number;
  readonly host: string;
  readonly mongoUrl: string;
  readonly mongoDb: string;
  readonly kafkaBrokers: readonly string[];
  readonly kafkaPrefix: string;
  /** SPKI PEM of the Ed25519 key that signs tokens. */
  readonly tokenPublicKey: string;
  /** What services show each other on `/internal` paths. */
  readonly internalKey: string;
  readonly logLevel: string;
  /** Base URLs of other services by name. */
  readonly services: Readonly<Record<string, string>>;
}

/** Who asks and how far they reach. Made only from a verified token; every store method takes one. */
export interface Scope {
  readonly streetId: string;
  readonly accountId: string;
  readonly role: Role;
  /** null: every community of the street. */
  readonly communityIds: readonly string[] | null;
  /** Set for links of one firm. */
  readonly enterpriseId: string | null;
  /** web, phone, api-key:<id>, link:<id> */
  readonly through: string;
  /** The raw token, to ask another service on the caller's behalf. */
  readonly token: string;
}

export type EventOf<Type extends EventType> = EventEnvelope<Type, EventData<Type>>;
/** Any event of the catalogue, to be told apart by `type`. */
export type AnyEvent = { [Type in EventType]: EventOf<Type> }[EventType];
export type Reaction<Type extends EventType> = (event: EventOf<Type>) => Promise<void>;
export type Reactions = { readonly [Type in EventType]?: Reaction<Type> };

/** Maps a stored event to what leaves the service; null keeps it inside. */
export type ToContract<Event extends StoredEvent> = (event: Event, commit: Commit) => ContractEvent | null;

/** What a service's `build` gets. The database is connected; nothing has been started. */
export interface FrameParts {
  readonly name: ServiceName;
  readonly config: BaseConfig;
  readonly events: EventStore;
  readonly connection: Connection;
  readonly messaging: Messaging;
  readonly log: Logger;
}

/** Something that works beside the HTTP server: a worker, a live stream, a sweep. */
export interface BackgroundPart {
  start(): Promise<void>;
  stop(): Promise<void>;
  settled?(): Promise<void>;
  health?(): { readonly ready: boolean };
}

/** What a service's `build` answers. */
export interface ServiceParts {
  /** Paths without `/api`: the gateway strips it. */
  readonly routes: (router: Router) => void;
  /** Mounted under `/internal`, behind the internal key. */
  readonly internalRoutes?: (router: Router) => void;
  readonly reactions?: Reactions;
  /** Instead of `reactions`: all events of one Kafka batch (one partition, in order), already checked. */
  readonly reactToBatch?: (events: readonly AnyEvent[]) => Promise<Applied>;
  /** Called right after commits became durable, in order per stream: for the service's own projections. Must not throw. */
  readonly onCommitted?: (commits: readonly Commit[]) => void;
  /** Indexes, healing of projections. Runs after the event store has started and before anything is consumed or served. */
  readonly beforeStart?: () => Promise<void>;
  readonly afterStop?: () => Promise<void>;
  readonly background?: readonly BackgroundPart[];
}

export interface FrameOptions {
  readonly name: ServiceName;
  readonly config: BaseConfig;
  /** Titles of this service's problems and labels of its missing items. */
  readonly messages?: MessageCatalogue;
  /** Producers: what leaves the service (a `ToContract` of its own events). Without it there is no event store running. */
  toContract?(event: StoredEvent, commit: Commit): ContractEvent | null;
  readonly build: (parts: FrameParts) => ServiceParts;
}

export interface Frame extends Service, FrameParts {}

/** One dated, sourced setting as a service sees it. */
export interface Rule {
  readonly key: string;
  readonly value: number | string | boolean;
  readonly from: string;
  readonly text: string;
  readonly source: string;
  readonly version: string;
}

/** Thresholds of one street on one day. */
export interface Rules {
  /** Throws for a key nobody defined: that is a defect, not a setting. */
  number(key: string): number;
  ref(key: string): RuleRef;
  /** Newest rule version in force. */
  readonly version: string;
}

export type { CommandContext, Logger, ServiceName };
