import { createHash } from 'node:crypto';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The id of the follow-up that an event causes: the same event always names the same follow-up, so a second delivery
 * finds it there. Shaped like a ULID; its bits come from a hash, so it does not sort by time.
 */
export function followUpIdFor(eventId: string): string {
  const bytes = createHash('sha256').update(eventId).digest();
  const letters = Array.from(bytes.subarray(0, 26), (byte) => CROCKFORD[byte % 32]);
  // A ULID's first letter carries three bits only.
  letters[0] = CROCKFORD[(bytes[0] ?? 0) % 8];
  return letters.join('');
}
