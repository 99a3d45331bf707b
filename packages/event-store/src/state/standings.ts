import type { StoredEvent, StreamKind } from '../decide.ts';
import type { Commit } from '../types.ts';
import { BEGINNING } from './reads.ts';
import type { Reads } from './reads.ts';
import type { StateDocuments } from './state-documents.ts';
import type { StateCache, Standing } from './state-cache.ts';

/** A state document is written when it would spare reading this many commits; fewer are read at once anyway. */
const WORTH_A_DOCUMENT = BEGINNING;

/** The states of one kind's streams: from memory, else from the state document and the commits after it. */
export interface Standings<State> {
  cached(stream: string): Standing<State> | undefined;
  /** As the database has it now, starting from what is in memory; undefined when there is no such stream. */
  current(stream: string): Promise<Standing<State> | undefined>;
  /** Folds a commit that was just stored. */
  follow(stream: string, before: Standing<State> | undefined, commit: Commit): Standing<State>;
}

export function createStandings<State, Event extends StoredEvent>(parts: {
  readonly kind: StreamKind<State, Event>;
  readonly reads: Reads;
  readonly documents: StateDocuments;
  readonly cache: StateCache;
}): Standings<State> {
  const { kind, reads, documents, cache } = parts;
  const revision = kind.stateRevision ?? 0;
  // What is stored was written by this kind or an earlier version of it; `upcast` brings it up to date.
  const upcast = kind.upcast ?? ((stored: StoredEvent) => stored as Event);

  function fold(before: Standing<State> | undefined, commit: Commit): Standing<State> {
    let state = before === undefined ? kind.initial : before.state;
    for (const event of commit.events) state = kind.evolve(state, upcast(event));
    return {
      state,
      version: commit.version + commit.events.length - 1,
      streetId: commit.streetId,
      last: { writer: commit.writer, seq: commit.seq },
      unsaved: (before?.unsaved ?? 0) + 1,
    };
  }

  function keep(stream: string, standing: Standing<State>): Standing<State> {
    let kept = standing;
    if (standing.unsaved >= WORTH_A_DOCUMENT) {
      const { state, version, streetId, last } = standing;
      documents.write({ _id: stream, version, streetId, state, revision, last });
      kept = { ...standing, unsaved: 0 };
    }
    // A reader that took its time must not put back what a command has moved on since.
    if (kept.version >= (cache.get(stream)?.version ?? 0)) cache.set(stream, kept);
    return kept;
  }

  /** A short stream is read whole, in one query; only a longer one can have a state document. */
  async function fromDatabase(stream: string): Promise<Standing<State> | undefined> {
    const short = (await reads.beginning(stream)).reduce<Standing<State> | undefined>(fold, undefined);
    return short === undefined || short.version < BEGINNING ? short : longFromDatabase(stream);
  }

  async function longFromDatabase(stream: string): Promise<Standing<State> | undefined> {
    const document = await reads.stateDocument(stream);
    if (document?.revision !== revision) {
      return (await reads.history(stream)).reduce<Standing<State> | undefined>(fold, undefined);
    }
    // The revision says that this very kind wrote the document.
    const from = { ...document, state: document.state as State, unsaved: 0 };
    return (await reads.after(stream, from.version)).reduce<Standing<State>>(fold, from);
  }

  async function moveOn(stream: string, known: Standing<State>): Promise<Standing<State>> {
    if (!(await reads.hasMoved(stream, known.version))) return known;
    return (await reads.after(stream, known.version)).reduce<Standing<State>>(fold, known);
  }

  // The cache is shared by all kinds, but a stream's name begins with its kind: what is under it has this kind's type.
  const cached = (stream: string): Standing<State> | undefined => cache.get(stream) as Standing<State> | undefined;

  return {
    cached,
    current: async (stream) => {
      const known = cached(stream);
      const standing = known === undefined ? await fromDatabase(stream) : await moveOn(stream, known);
      if (standing !== undefined && standing !== known) keep(stream, standing);
      return standing;
    },
    follow: (stream, before, commit) => keep(stream, fold(before, commit)),
  };
}
