import { generateKeyPairSync } from 'node:crypto';
import { testKeys, testScope, tokenFor } from '@qucheng/testing';
import { createTokenVerifier } from './verify-token.ts';

const scope = testScope({ role: 'cadre', communityIds: [testScope().streetId] });

describe('a token', () => {
  it('says who asks', async () => {
    const token = tokenFor(scope);
    expect(await createTokenVerifier(testKeys.publicKey)(token)).toEqual({ ...scope, token });
  });

  it('is believed from memory until it expires', async () => {
    let now = Date.now();
    const verify = createTokenVerifier(testKeys.publicKey, () => now);
    const token = tokenFor(scope, { expiresIn: 60 });
    const first = await verify(token);
    expect(verify(token)).toBe(first);
    now += 61_000;
    expect(verify(token)).toBeUndefined();
    expect(await verify(token)).toBeUndefined();
  });

  const stranger = generateKeyPairSync('ed25519', {
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const [head = '', body = '', signature = ''] = tokenFor(scope).split('.');
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as Record<string, unknown>; // made above
  const withBody = (changes: object): string =>
    Buffer.from(JSON.stringify({ ...claims, ...changes })).toString('base64url');
  const unsigned = Buffer.from('{"alg":"none"}').toString('base64url');

  it.each([
    ['expired', tokenFor(scope, { expiresIn: -1 })],
    ['for others', tokenFor(scope, { audience: 'elsewhere' })],
    ['signed by another key', tokenFor(scope, { privateKey: stranger.privateKey })],
    ['changed after signing', `${head}.${withBody({ role: 'admin' })}.${signature}`],
    ['not signed at all', `${unsigned}.${body}.`],
    ['with a role nobody has', tokenFor({ ...scope, role: 'emperor' as 'admin' })], // a token of a wrong signer
    ['cut short', `${head}.${body}`],
    ['empty', ''],
  ])('that is %s is not believed', async (_fault, token) => {
    expect(await createTokenVerifier(testKeys.publicKey)(token)).toBeUndefined();
  });
});
