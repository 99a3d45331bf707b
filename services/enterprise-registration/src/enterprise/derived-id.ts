import { createHash } from 'node:crypto';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A ULID made from another one and a purpose: the same command makes the same id again when it is repeated. */
export function derivedId(seed: string, purpose: string): string {
  const hash = createHash('sha256').update(`${seed}\n${purpose}`).digest();
  const random = [...hash.subarray(0, 16)].map((byte) => CROCKFORD.charAt(byte % 32)).join('');
  return seed.slice(0, 10) + random;
}
