/**
 * The vocabulary of decisions. A decision is pure: it sees a command, the state of one stream and its tools
 * (clock, ids, rules), and answers with events, with nothing, or with a refusal that names what is missing.
 */

/** Why a command was not accepted. `code` is a stable slug; only the HTTP edge knows status codes. */
export interface Refusal<Missing = unknown> {
  readonly refused: true;
  readonly code: string;
  /** `rule`: a rule of the domain says no (422). `absent`: there is no such thing (404). `conflict`: somebody was faster (409). */
  readonly kind: 'rule' | 'absent' | 'conflict';
  readonly missing: readonly Missing[];
}

export type Decide<Command, State, Event, Tools = unknown> = (
  command: Command,
  state: State,
  tools: Tools,
) => readonly Event[] | Refusal;

export type Evolve<State, Event> = (state: State, event: Event) => State;

/**
 * What a stream is made of. `evolve` must accept every event ever stored; `upcast` turns old shapes into today's.
 * State and event data are plain JSON: no Map, Set, Date or class instances; a field that is undefined is not stored.
 */
export interface StreamKind<State, Event extends StoredEvent> {
  /** Prefix of stream names: `<name>-<id>`. */
  readonly name: string;
  readonly initial: State;
  readonly evolve: Evolve<State, Event>;
  readonly upcast?: (stored: StoredEvent) => Event;
  /** Raise it when the shape of the state (not of the events) changes: state documents of another revision are not read. Default 0. */
  readonly stateRevision?: number;
}

/** A stored event: a type and plain JSON data. */
export interface StoredEvent<Type extends string = string, Data = unknown> {
  readonly type: Type;
  readonly data: Data;
}

export function refuse<Missing = never>(code: string, missing: readonly Missing[] = []): Refusal<Missing> {
  return { refused: true, code, kind: 'rule', missing };
}

export function refuseAbsent(code = 'not-found'): Refusal<never> {
  return { refused: true, code, kind: 'absent', missing: [] };
}

export function refuseConflict(code = 'version-conflict'): Refusal<never> {
  return { refused: true, code, kind: 'conflict', missing: [] };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value && value.refused === true;
}
