import type { StoredEvent } from './decide.ts';
import type { Commit } from './types.ts';

interface Kind {
  readonly name: string;
  readonly upcast?: ((stored: StoredEvent) => StoredEvent) | undefined;
}

/** The kinds of streams this process knows. What leaves the store is brought to today's shape by its kind's upcast. */
export interface Kinds {
  register(kind: Kind): void;
  present(commit: Commit): Commit;
}

export function createKinds(): Kinds {
  const kinds: Kind[] = [];
  return {
    register: (kind) => {
      if (kinds.includes(kind)) return;
      const clash = kinds.find(({ name }) => overlap(name, kind.name));
      if (clash !== undefined) throw new Error(`stream kinds '${clash.name}' and '${kind.name}' cannot be told apart`);
      kinds.push(kind);
    },
    present: (commit) => {
      const upcast = kinds.find(({ name }) => commit.stream.startsWith(`${name}-`))?.upcast;
      return upcast === undefined ? commit : { ...commit, events: commit.events.map(upcast) };
    },
  };
}

// Streams are found by the range of their name: 'branch' would also find what belongs to 'branch-visit'.
function overlap(a: string, b: string): boolean {
  return `${a}-`.startsWith(`${b}-`) || `${b}-`.startsWith(`${a}-`);
}
