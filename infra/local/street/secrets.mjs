// @ts-check
import { generateKeyPairSync, randomBytes, randomInt } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {import('../home.mjs').Home} Home */

/**
 * @typedef {object} Secrets
 * @property {string} TOKEN_PRIVATE_KEY Ed25519, PKCS8 PEM
 * @property {string} TOKEN_PUBLIC_KEY Ed25519, SPKI PEM
 * @property {string} MASTER_KEY 32 bytes, base64
 * @property {string} INTERNAL_KEY 32 bytes, base64url
 * @property {string} FIRST_ADMIN_PASSWORD
 * @property {Account[]} [accounts] of the demo street, once it is there
 * @property {boolean} [ledgerPending] the demo street is there, its firms are not yet
 */

/** @typedef {{ account: string, password: string, role: string }} Account */

// No letters or digits that are mistaken for each other when read out.
const READABLE = 'abcdefghijkmnpqrstuvwxyz23456789';

/**
 * The secrets of a home, made once. They unlock its data, so they live beside it and are wiped with it.
 * @param {Home} home
 * @returns {Secrets}
 */
export function readSecrets(home) {
  const file = secretsFile(home);
  if (!existsSync(file)) writeSecrets(home, makeSecrets());
  return JSON.parse(readFileSync(file, 'utf8'));
}

/**
 * @param {Home} home
 * @param {Secrets} secrets
 */
export function writeSecrets(home, secrets) {
  writeFileSync(secretsFile(home), `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
}

/** @param {Home} home */
export function secretsFile(home) {
  return join(home.path, 'secrets.json');
}

/** @returns {Secrets} */
export function makeSecrets() {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519', {
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  return {
    TOKEN_PRIVATE_KEY: privateKey,
    TOKEN_PUBLIC_KEY: publicKey,
    MASTER_KEY: randomBytes(32).toString('base64'),
    INTERNAL_KEY: randomBytes(32).toString('base64url'),
    FIRST_ADMIN_PASSWORD: Array.from({ length: 4 }, readableGroup).join('-'),
  };
}

function readableGroup() {
  return Array.from({ length: 4 }, () => READABLE[randomInt(READABLE.length)]).join('');
}
