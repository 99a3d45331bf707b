import type { mongo } from 'mongoose';
import type { Committed } from './commit/group-commit.ts';
import type { Draft } from './commit/stamp.ts';
import { isRefusal, refuse, refuseAbsent, refuseConflict } from './decide.ts';
import type { Decide, Refusal, StoredEvent, StreamKind } from './decide.ts';
import type { Kinds } from './kinds.ts';
import type { Standings } from './state/standings.ts';
import type { Standing } from './state/state-cache.ts';
import type { CommandContext, Commit, Outcome, Streams } from './types.ts';
import { within } from './within.ts';

const ANSWER_WITHIN_MS = 3000;
const LOST_RACES = 5;

/** Decides, commits, and answers for the streams of one kind. */
export function createStreams<State, Event extends StoredEvent>(parts: {
  readonly kind: StreamKind<State, Event>;
  readonly standings: Standings<State>;
  readonly commits: mongo.Collection<Commit>;
  readonly kinds: Kinds;
  readonly store: (draft: Draft) => Promise<Committed>;
  /** Lets the commands of one stream wait for each other; throws StoreUnavailable when too many wait. */
  readonly inTurn: <T>(stream: string, work: () => Promise<T>) => Promise<T>;
}): Streams<State, Event> {
  const { kind, standings, commits, kinds } = parts;

  async function attempt<Command, Tools>(
    stream: string,
    context: CommandContext,
    decide: Decide<Command, State, Event, Tools>,
    command: Command,
    tools: Tools,
  ): Promise<Outcome<Event>> {
    let before = standings.cached(stream);
    let isFresh = before === undefined;
    if (before === undefined) before = await standings.current(stream);
    for (let lost = 0; lost <= LOST_RACES;) {
      const decided = judge(before, context, decide, command, tools);
      if (isRefusal(decided) || decided.length === 0) {
        // Only a fresh state may say no, and never to a command that was accepted once.
        const first = await firstCommit(context.commandId);
        if (first !== undefined) return repeat(first, stream, context);
        if (isFresh) return isRefusal(decided) ? decided : unchanged(before);
        const now: Standing<State> | undefined = await standings.current(stream);
        if (now?.version === before?.version) return isRefusal(decided) ? decided : unchanged(before);
        before = now;
        isFresh = true;
        continue;
      }
      const version = before?.version ?? 0;
      const { commit, fate } = await parts.store({
        stream,
        version: version + 1,
        context,
        events: decided,
        follows: before?.last,
      });
      if (fate.kind === 'stored') {
        standings.follow(stream, before, commit);
        return { version: version + decided.length, events: decided, repeated: false };
      }
      if (fate.kind === 'repeated') return repeat(fate.first, stream, context);
      if (fate.kind === 'rejected') throw fate.error;
      before = await standings.current(stream);
      isFresh = true;
      lost += 1;
    }
    return refuseConflict();
  }

  function judge<Command, Tools>(
    before: Standing<State> | undefined,
    context: CommandContext,
    decide: Decide<Command, State, Event, Tools>,
    command: Command,
    tools: Tools,
  ): readonly Event[] | Refusal {
    if (before !== undefined && before.streetId !== context.streetId) return refuseAbsent();
    const { expectedVersion } = context;
    if (expectedVersion !== undefined && expectedVersion !== (before?.version ?? 0)) return refuseConflict();
    return decide(command, before === undefined ? kind.initial : before.state, tools);
  }

  async function firstCommit(commandId: string): Promise<Commit | undefined> {
    return (await within(ANSWER_WITHIN_MS, commits.findOne({ commandId }))) ?? undefined;
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
      return parts.inTurn(stream, () => attempt(stream, context, decide, command, tools));
    },
    load: async (streetId, id) => {
      const standing = await standings.current(`${kind.name}-${id}`);
      if (standing?.streetId !== streetId) return undefined;
      return { state: standing.state, version: standing.version };
    },
    history: async (streetId, id) => {
      const wanted = commits.find({ stream: `${kind.name}-${id}` }).sort({ version: 1 });
      const found = await within(ANSWER_WITHIN_MS, wanted.toArray());
      return found[0]?.streetId === streetId ? found.map(kinds.present) : [];
    },
  };
}

function unchanged(standing: Standing | undefined): Outcome<never> {
  return { version: standing?.version ?? 0, events: [], repeated: false };
}
