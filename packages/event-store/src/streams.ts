import type { Committed } from './commit/group-commit.ts';
import type { Draft } from './commit/stamp.ts';
import { isRefusal, refuse, refuseAbsent, refuseConflict } from './decide.ts';
import type { Refusal, StoredEvent, StreamKind } from './decide.ts';
import type { Kinds } from './kinds.ts';
import type { Reads } from './state/reads.ts';
import type { Standings } from './state/standings.ts';
import type { Standing } from './state/state-cache.ts';
import type { CommandContext, Commit, Outcome, Streams } from './types.ts';

const LOST_RACES = 5;

/** Decides, commits, and answers for the streams of one kind. */
export function createStreams<State, Event extends StoredEvent>(parts: {
  readonly kind: StreamKind<State, Event>;
  readonly standings: Standings<State>;
  readonly reads: Reads;
  readonly kinds: Kinds;
  readonly store: (draft: Draft) => Promise<Committed>;
  /** Lets the commands of one stream wait for each other; throws StoreUnavailable when too many wait. */
  readonly inTurn: <T>(stream: string, work: () => Promise<T>) => Promise<T>;
}): Streams<State, Event> {
  const { kind, standings, reads, kinds } = parts;
  type Before = Standing<State> | undefined;
  type Decision = readonly Event[] | Refusal;

  async function attempt(
    stream: string,
    context: CommandContext,
    judge: (state: State) => Decision,
  ): Promise<Outcome<Event>> {
    let before = standings.cached(stream) ?? (await standings.current(stream));
    for (let lost = 0; lost <= LOST_RACES; lost += 1) {
      const decided = refusalOf(before, context) ?? judge(before === undefined ? kind.initial : before.state);
      const outcome =
        isRefusal(decided) || decided.length === 0
          ? await confirm(decided, stream, context, before)
          : await commit(decided, stream, context, before);
      if (outcome !== undefined) return outcome;
      before = await standings.current(stream);
    }
    return refuseConflict();
  }

  /** Undefined when somebody else was faster. */
  async function commit(
    events: readonly Event[],
    stream: string,
    context: CommandContext,
    before: Before,
  ): Promise<Outcome<Event> | undefined> {
    const version = before?.version ?? 0;
    const draft = { stream, version: version + 1, context, events, follows: before?.last };
    const { commit: stored, fate } = await parts.store(draft);
    switch (fate.kind) {
      case 'stored':
        standings.follow(stream, before, stored);
        return { version: version + events.length, events, repeated: false };
      case 'repeated':
        return repeat(fate.first, stream, context);
      case 'rejected':
        throw fate.error;
      case 'overtaken':
        return undefined;
    }
  }

  /** Only today's state may say no, and never to a command that was accepted once. Undefined when the state was old. */
  async function confirm(
    decided: Decision,
    stream: string,
    context: CommandContext,
    before: Before,
  ): Promise<Outcome<Event> | undefined> {
    const [accepted, now] = await Promise.all([reads.accepted(context.commandId), standings.current(stream)]);
    if (accepted !== undefined) return repeat(accepted, stream, context);
    if (now?.version !== before?.version) return undefined;
    return isRefusal(decided) ? decided : { version: before?.version ?? 0, events: [], repeated: false };
  }

  function repeat(first: Commit, stream: string, context: CommandContext): Outcome<Event> {
    const isSame =
      first.stream === stream && first.streetId === context.streetId && first.fingerprint === context.fingerprint;
    if (!isSame) return refuse('key-reused');
    // The stream is of this kind, so `present` has brought its events to today's shape.
    const events = kinds.present(first).events as readonly Event[];
    return { version: first.version + events.length - 1, events, repeated: true };
  }

  return {
    handle: (context, id, decide, command, tools) => {
      const stream = `${kind.name}-${id}`;
      return parts.inTurn(stream, () => attempt(stream, context, (state) => decide(command, state, tools)));
    },
    load: async (streetId, id) => {
      const standing = await standings.current(`${kind.name}-${id}`);
      if (standing?.streetId !== streetId) return undefined;
      return { state: standing.state, version: standing.version };
    },
    history: async (streetId, id) => {
      const found = await reads.history(`${kind.name}-${id}`);
      return found[0]?.streetId === streetId ? found.map(kinds.present) : [];
    },
  };
}

/** What no decision is asked about: a stream of another street, or another version than the caller saw. */
function refusalOf(before: Standing | undefined, context: CommandContext): Refusal | undefined {
  if (before !== undefined && before.streetId !== context.streetId) return refuseAbsent();
  const { expectedVersion } = context;
  if (expectedVersion !== undefined && expectedVersion !== (before?.version ?? 0)) return refuseConflict();
  return undefined;
}
