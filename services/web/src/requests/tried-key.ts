/** The last try of a write: what was sent, and the key it was sent under. */
export interface Tried {
  readonly text: string;
  readonly key: string;
}

/** Where the last try is remembered: with the form, or on the device where a draft outlives its form. */
export interface TriedPlace {
  readonly last: () => Tried | null;
  readonly keep: (tried: Tried | null) => void;
}

/** The same words again go under the same key, so that sending them twice cannot do a thing twice. */
export function keyFor(text: string, place: TriedPlace, newKey: () => string): string {
  const last = place.last();
  if (last?.text === text) return last.key;
  const key = newKey();
  place.keep({ text, key });
  return key;
}
