import { TOKEN_AUDIENCE, TOKEN_ISSUER } from '@qucheng/service-kit';
import { importPKCS8, SignJWT } from 'jose';
import type { AccountDocument } from '../account/account-store.ts';

/** Seconds a token holds: as long as a role that was taken away may linger. */
export const TOKEN_SECONDS = 60;

export type SignToken = (account: AccountDocument, through: string) => Promise<string>;

/** Signs what services need to know of an account. No names: tokens pass through logs of others. */
export async function createTokenSigner(privateKeyPem: string, clock: () => Date): Promise<SignToken> {
  const key = await importPKCS8(privateKeyPem, 'EdDSA');
  return ({ _id, streetId, role, communityIds }, through) => {
    const now = Math.floor(clock().getTime() / 1000);
    return new SignJWT({ street: streetId, role, communities: communityIds, enterprise: null, through })
      .setProtectedHeader({ alg: 'EdDSA', typ: 'JWT' })
      .setIssuer(TOKEN_ISSUER)
      .setAudience(TOKEN_AUDIENCE)
      .setSubject(_id)
      .setIssuedAt(now)
      .setExpirationTime(now + TOKEN_SECONDS)
      .sign(key);
  };
}
