import type { Decide, StoredEvent, StreamKind } from '../decide.ts';
import { refuse } from '../decide.ts';
import type { CommandContext } from '../types.ts';

/** The smallest business there is: things are added until the box is full. */
export type Added = StoredEvent<'added', { readonly what: string }>;
export interface Box {
  readonly things: readonly string[];
}

export const box: StreamKind<Box, Added> = {
  name: 'box',
  initial: { things: [] },
  evolve: (state, event) => ({ things: [...state.things, event.data.what] }),
};

export const BOX_HOLDS = 1000;

export const add: Decide<readonly string[], Box, Added> = (things, state) =>
  state.things.length + things.length > BOX_HOLDS
    ? refuse('box-full')
    : things.map((what) => ({ type: 'added', data: { what } }));

/** Adds only what is not in the box yet: nothing to do is a possible answer. */
export const addOnce: Decide<string, Box, Added> = (what, state) =>
  state.things.includes(what) ? [] : [{ type: 'added', data: { what } }];

/** Refuses what is in the box already: a repeat must not be answered with this refusal. */
export const addNew: Decide<string, Box, Added> = (what, state) =>
  state.things.includes(what) ? refuse('already-there') : [{ type: 'added', data: { what } }];

export function from(commandId: string, changed: Partial<CommandContext> = {}): CommandContext {
  return {
    commandId,
    streetId: 'jianghai',
    by: 'account-1',
    through: 'web',
    at: '2026-09-01T08:00:00.000Z',
    ...changed,
  };
}
