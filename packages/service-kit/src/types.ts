import type { Accepted, Commit, CommandContext, Outcome, StoredEvent } from '@qucheng/event-store';
import type { Action, ContractEvent, EventData, EventEnvelope, EventType, Reach, Role, RuleRef, ServiceName } from '@qucheng/contracts';
import type { Express, Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';

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

/** Configuration every service has; services extend the zod schema `BaseConfig` of config.ts. */
export interface BaseConfig {
  readonly port: number;
  readonly host: string;
  readonly mongoUrl: string;
  readonly mongoDb: string;
  readonly kafkaBrokers: readonly string[];
  readonly kafkaPrefix: string;
  readonly tokenPublicKey: string;
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

/** Lives on requests after `authenticate` / `requires` / `accepts`; read it with the functions below. */
export interface HttpKit {
  /** Checks the token, the role table, and puts the reach on the request. 401 / 403. */
  requires(action: Action): RequestHandler;
  scopeOf(req: Request): Scope;
  reachOf(req: Request): Reach;
  /** Parses the JSON body with the schema (400 malformed, 422 with fields); typed by the schema where it is read. */
  commandContext(req: Request): CommandContext;
  /** 201 with `{id, version, ...extra}`, or the problem of the refusal with its `missing` labelled in the reader's language. */
  answer<Event>(req: Request, res: Response, id: string, outcome: Outcome<Event>, extra?: (accepted: Accepted<Event>) => object): void;
}

export type Reaction<Type extends EventType> = (event: EventEnvelope<Type, EventData<Type>>) => Promise<void>;
export type Reactions = { readonly [Type in EventType]?: Reaction<Type> };

/** Maps a stored event to what leaves the service; null keeps it inside. */
export type ToContract<Event extends StoredEvent> = (event: Event, commit: Commit) => ContractEvent | null;

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
  number(key: string): number;
  ref(key: string): RuleRef;
  /** Newest rule version in force. */
  readonly version: string;
}

export type { ServiceName, Logger };
