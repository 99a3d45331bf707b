import { deepStrictEqual } from 'node:assert/strict';

// Typed by shape, not by import: the event store's own tests use this package.
interface Kind<State, Event> {
  readonly initial: State;
  readonly evolve: (state: State, event: Event) => State;
}
interface Refused {
  readonly refused: true;
  readonly code: string;
  readonly missing: readonly unknown[];
}
type Decision<Command, State, Event, Tools> = (
  command: Command,
  state: State,
  tools: Tools,
) => readonly Event[] | Refused;

/** What a decision answered, and the three ways to state what it should have been. */
export interface Answer<Event> {
  /** Exactly these events, in this order. */
  then(...events: readonly Event[]): void;
  /** A refusal with this code, and, if given, exactly this list of what is missing. */
  thenRefused(code: string, missing?: readonly unknown[]): void;
  /** Neither events nor a refusal: what was asked is already so. */
  thenNothingHappened(): void;
}

/**
 * States a business rule: given what happened, when this is asked, then that follows.
 *
 *     given(formation, registered, visited).when(applyForFounding, command, tools).thenRefused('not-ready');
 */
export function given<State, Event>(kind: Kind<State, Event>, ...events: readonly NoInfer<Event>[]) {
  const state = events.reduce<State>((before, event) => kind.evolve(before, event), kind.initial);
  return {
    state,
    when<Command, Tools>(
      decide: Decision<Command, State, Event, Tools>,
      command: Command,
      tools: Tools,
    ): Answer<Event> {
      return answer(decide(command, state, tools));
    },
  };
}

function answer<Event>(answered: readonly Event[] | Refused): Answer<Event> {
  return {
    then: (...events) => {
      deepStrictEqual(answered, events);
    },
    thenRefused: (code, missing) => {
      if (!('refused' in answered)) return deepStrictEqual(answered, { refused: true, code });
      deepStrictEqual(answered.code, code);
      if (missing !== undefined) deepStrictEqual(answered.missing, missing);
    },
    thenNothingHappened: () => {
      deepStrictEqual(answered, []);
    },
  };
}
