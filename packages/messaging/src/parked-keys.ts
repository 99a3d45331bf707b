import type { LedgerRecord, Origin } from './dead-letters.ts';

/** Which letters wait, and so which keys stand still. Folded from the records of dead-letter topics, in their order. */
export interface ParkedKeys {
  apply(record: LedgerRecord): void;
  isParked(topic: string, key: string): boolean;
  /** Whether the message of this origin waits as a letter already (it is delivered again after a crash). */
  holds(origin: Origin): boolean;
  readonly letters: number;
  readonly keys: number;
}

export function createParkedKeys(): ParkedKeys {
  const waiting = new Map<string, Set<string>>();
  let letters = 0;

  const add = (origin: Origin): void => {
    const ofKey = waiting.get(keyOf(origin)) ?? new Set();
    waiting.set(keyOf(origin), ofKey);
    if (ofKey.has(placeOf(origin))) return;
    ofKey.add(placeOf(origin));
    letters += 1;
  };
  const remove = (origin: Origin): void => {
    const ofKey = waiting.get(keyOf(origin));
    if (ofKey?.delete(placeOf(origin)) !== true) return;
    letters -= 1;
    if (ofKey.size === 0) waiting.delete(keyOf(origin));
  };

  return {
    apply: ({ kind, origin }) => {
      if (kind === 'letter') add(origin);
      else remove(origin);
    },
    // Messages without a key have no order to keep.
    isParked: (topic, key) => key !== '' && waiting.has(keyOf({ topic, key })),
    holds: (origin) => waiting.get(keyOf(origin))?.has(placeOf(origin)) === true,
    get letters() {
      return letters;
    },
    get keys() {
      return waiting.size;
    },
  };
}

const keyOf = ({ topic, key }: Pick<Origin, 'topic' | 'key'>): string => `${topic}\n${key}`;
const placeOf = ({ partition, offset }: Origin): string => `${partition}:${offset}`;
