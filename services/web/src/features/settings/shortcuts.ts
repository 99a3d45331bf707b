export type Shortcut = 'search' | 'firms' | 'progress' | 'today' | 'visit' | 'help';

const AFTER_G: Readonly<Record<string, Shortcut>> = { l: 'firms', d: 'progress', t: 'today' };
const ALONE: Readonly<Record<string, Shortcut>> = { '/': 'search', n: 'visit', '?': 'help' };
/** How long `g` waits for its second key. */
const PAIR_MS = 1200;

/** Turns single keys into shortcuts; `g` opens a pair. Pure, so the waiting is told by the times that come in. */
export function createKeyReader(): (key: string, now: number) => Shortcut | null {
  let openedAt = Number.NEGATIVE_INFINITY;
  return (key, now) => {
    const inPair = now - openedAt < PAIR_MS;
    openedAt = key === 'g' ? now : Number.NEGATIVE_INFINITY;
    if (inPair) return AFTER_G[key] ?? null;
    return ALONE[key] ?? null;
  };
}
