const SECOND_MS = 1_000;
const REMEMBERED = 50_000;

/**
 * At most `perSecond` requests of one address in a second. Counted in this process: a flood is to be stopped where it
 * arrives; what must hold over all replicas (sign-in tries) is counted by street-office.
 */
export function createRateLimit(perSecond: number, now: () => number = Date.now): (address: string) => boolean {
  let counts = new Map<string, number>();
  let since = now();
  return (address) => {
    if (now() - since >= SECOND_MS || counts.size > REMEMBERED) {
      counts = new Map();
      since = now();
    }
    const count = (counts.get(address) ?? 0) + 1;
    counts.set(address, count);
    return count <= perSecond;
  };
}
