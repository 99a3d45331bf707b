import { createHmac, createSecretKey } from 'node:crypto';

/** Tells whether two requests ask the same. Stored with every commit, for ever. */
export type Fingerprint = (request: string) => string;

/**
 * Keyed, because bodies hold passwords and people: with a plain hash, whoever reads the log could try out which one it
 * was. The key is made from the one services share, so every replica gives the same answer.
 */
export function createFingerprint(internalKey: string): Fingerprint {
  const key = createSecretKey(createHmac('sha256', internalKey).update('request fingerprints').digest());
  return (request) => createHmac('sha256', key).update(request).digest('base64url');
}
