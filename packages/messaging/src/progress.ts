/** A partition by its plain topic name. */
export interface Place {
  readonly topic: string;
  readonly partition: number;
}

export const placeId = ({ topic, partition }: Place): string => `${topic}\n${partition}`;

/**
 * How far this member has applied each of its partitions. Keys of one partition are handled side by side, so some
 * messages are done ahead of an unfinished one: they are remembered, and skipped when they are fetched again.
 */
export interface Progress {
  done(place: Place, offset: number): void;
  isDone(place: Place, offset: number): boolean;
  /** A batch begins here. Going back means the topic is another one now: what was known of it is void. */
  begin(place: Place, offset: number): void;
  /** Everything below `position` is applied: read on from there. */
  advance(place: Place, position: number): void;
  /** What was applied last would not outlive the process until `durable`: positions from here on wait for it. */
  hold(place: Place, durable: Promise<void>): void;
  /** Everything below it is applied for good. */
  position(place: Place): number | undefined;
  /** Resolves when nothing is held any more. */
  released(): Promise<void>;
  /** Positions that moved since they were last marked as committed. */
  uncommitted(): readonly (Place & { readonly position: number })[];
  committed(positions: readonly (Place & { readonly position: number })[]): void;
  /** After a rebalance: another member may be further in what was ours. */
  clear(): void;
}

interface Entry extends Place {
  read: number | undefined;
  position: number | undefined;
  /** The last of what is held; each comes after the ones before it. */
  held: Promise<unknown> | undefined;
  committed: number | undefined;
  readonly ahead: Set<number>;
}

const nothingYet = ({ topic, partition }: Place): Entry => ({
  topic,
  partition,
  read: undefined,
  position: undefined,
  held: undefined,
  committed: undefined,
  ahead: new Set(),
});

export function createProgress(): Progress {
  const entries = new Map<string, Entry>();
  const find = (place: Place): Entry | undefined => entries.get(placeId(place));
  const entry = (place: Place): Entry => {
    const known = find(place) ?? nothingYet(place);
    entries.set(placeId(place), known);
    return known;
  };

  return {
    done: (place, offset) => entry(place).ahead.add(offset),
    isDone: (place, offset) => find(place)?.ahead.has(offset) === true,
    begin: (place, offset) => {
      if (offset < (find(place)?.read ?? 0)) entries.delete(placeId(place));
    },
    advance: (place, position) => {
      const known = entry(place);
      known.read = position;
      for (const offset of known.ahead) if (offset < position) known.ahead.delete(offset);
      // An entry that was cleared meanwhile is nobody's any more.
      if (known.held === undefined) known.position = position;
      else
        known.held.then(
          () => (known.position = Math.max(position, known.position ?? 0)),
          () => undefined,
        );
    },
    hold: (place, durable) => {
      const known = entry(place);
      const held = Promise.all([known.held, durable]).then(() => {
        if (known.held === held) known.held = undefined;
      });
      known.held = held;
      held.catch(() => undefined);
    },
    released: async () => {
      await Promise.allSettled([...entries.values()].flatMap(({ held }) => held ?? []));
    },
    position: (place) => find(place)?.position,
    uncommitted: () =>
      [...entries.values()].flatMap(({ topic, partition, position, committed }) =>
        position === undefined || position === committed ? [] : [{ topic, partition, position }],
      ),
    committed: (positions) => {
      for (const { position, ...place } of positions) {
        const known = find(place);
        if (known !== undefined) known.committed = position;
      }
    },
    clear: () => {
      entries.clear();
    },
  };
}
