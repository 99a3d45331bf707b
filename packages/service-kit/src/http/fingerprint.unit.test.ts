import { createHash } from 'node:crypto';
import { createFingerprint } from './fingerprint.ts';

const request = 'POST /accounts\n01J\n{"account":"lusiyuan","password":"canal-lotus-1234"}';

describe('the fingerprint of a request', () => {
  it('is the same for the same request on every replica, and another for another request', () => {
    const one = createFingerprint('a key that services share');
    const other = createFingerprint('a key that services share');
    expect(one(request)).toBe(other(request));
    expect(one(request)).not.toBe(one(request.replace('1234', '1235')));
  });

  it('cannot be tried out by who reads the log and has no key', () => {
    const fingerprint = createFingerprint('a key that services share')(request);
    expect(fingerprint).not.toBe(createHash('sha256').update(request).digest('base64url'));
    expect(fingerprint).not.toBe(createFingerprint('a key that was guessed')(request));
  });
});
