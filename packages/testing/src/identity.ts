import { generateKeyPairSync, sign } from 'node:crypto';
import type { Role } from '@qucheng/contracts';
import { ulid } from 'ulid';

/** The claims of a token, as street-office signs them. */
export interface TestScope {
  readonly streetId: string;
  readonly accountId: string;
  readonly role: Role;
  /** null: the whole street. */
  readonly communityIds: readonly string[] | null;
  readonly enterpriseId: string | null;
  readonly through: string;
}

/** A key pair of this test process; services under test get the public half by `testConfig`. */
export const testKeys = generateKeyPairSync('ed25519', {
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});

/** Somebody of a street nobody else uses: its secretary, unless said otherwise. */
export function testScope(overrides: Partial<TestScope> = {}): TestScope {
  return {
    streetId: ulid(),
    accountId: ulid(),
    role: 'streetSecretary',
    communityIds: null,
    enterpriseId: null,
    through: 'web',
    ...overrides,
  };
}

export interface TokenTraits {
  /** Seconds from now; negative for a token that has expired. Default 600. */
  readonly expiresIn?: number;
  readonly audience?: string;
  /** PEM of another key: a forged token. */
  readonly privateKey?: string;
}

/** A signed token of that scope. */
export function tokenFor(
  scope: TestScope,
  { expiresIn = 600, audience = 'qucheng', privateKey = testKeys.privateKey }: TokenTraits = {},
): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    iss: 'street-office',
    aud: audience,
    sub: scope.accountId,
    iat: now,
    exp: now + expiresIn,
    street: scope.streetId,
    role: scope.role,
    communities: scope.communityIds,
    enterprise: scope.enterpriseId,
    through: scope.through,
  };
  const text = [{ alg: 'EdDSA', typ: 'JWT' }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `${text}.${sign(null, Buffer.from(text), privateKey).toString('base64url')}`;
}

/** Headers of a request by that scope: `request(app).get('/me').set(signedBy(scope))`. */
export function signedBy(scope: TestScope, traits?: TokenTraits): { readonly authorization: string } {
  return { authorization: `Bearer ${tokenFor(scope, traits)}` };
}
