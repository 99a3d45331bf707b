import { Id, Role } from '@qucheng/contracts';
import { importSPKI, jwtVerify } from 'jose';
import { z } from 'zod';
import type { Scope } from '../types.ts';

export const TOKEN_ISSUER = 'street-office';
export const TOKEN_AUDIENCE = 'qucheng';

/** What a token says beside who made it and until when it holds. */
export const TokenClaims = z.object({
  sub: Id,
  exp: z.int(),
  street: Id,
  role: Role,
  communities: z.array(Id).nullable(),
  enterprise: Id.nullable(),
  through: z.string().min(1).max(80),
});

const REMEMBERED = 5_000;

/** Verifies tokens with the public key alone; one that was seen before costs a look-up until it expires. */
export function createTokenVerifier(publicKeyPem: string, now: () => number = Date.now) {
  const key = importSPKI(publicKeyPem, 'EdDSA');
  const known = new Map<string, { readonly scope: Scope; readonly until: number }>();

  const verifyFresh = async (token: string): Promise<Scope | undefined> => {
    const claims = await jwtVerify(token, await key, {
      algorithms: ['EdDSA'],
      issuer: TOKEN_ISSUER,
      audience: TOKEN_AUDIENCE,
      requiredClaims: ['exp', 'sub'],
      currentDate: new Date(now()),
    }).then(
      ({ payload }) => TokenClaims.safeParse(payload).data,
      () => undefined,
    );
    if (claims === undefined) return undefined;
    const scope: Scope = {
      streetId: claims.street,
      accountId: claims.sub,
      role: claims.role,
      communityIds: claims.communities,
      enterpriseId: claims.enterprise,
      through: claims.through,
      token,
    };
    const [oldest] = known.keys();
    if (known.size >= REMEMBERED && oldest !== undefined) known.delete(oldest);
    known.set(token, { scope, until: claims.exp * 1000 });
    return scope;
  };

  return (token: string): Scope | undefined | Promise<Scope | undefined> => {
    const seen = known.get(token);
    if (seen === undefined) return verifyFresh(token);
    if (seen.until > now()) return seen.scope;
    known.delete(token);
    return undefined;
  };
}
