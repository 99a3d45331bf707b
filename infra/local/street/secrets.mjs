// @ts-check
import { createHash, generateKeyPairSync, randomBytes, randomInt } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
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
 * @property {boolean} [demoPending] the demo street was begun; perhaps not all of its accounts are there
 * @property {boolean} [ledgerPending] the firms of the demo street are not there yet
 * @property {string[]} [elsewhere] servers that are not of this home and hold data of it
 */

/** @typedef {{ account: string, password: string, role: string }} Account */
/** @typedef {import('../servers/start-server.mjs').Row} Row */

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
 * Replaces the secrets at one stroke: with half a file the key to everybody's data would be lost.
 * @param {Home} home
 * @param {Secrets} secrets
 */
export function writeSecrets(home, secrets) {
  const aside = `${secretsFile(home)}.new`;
  const file = openSync(aside, 'w', 0o600);
  try {
    writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(aside, secretsFile(home));
}

/**
 * Notes which servers keep data of this home outside of it: these keys open that data as well.
 * @param {Home} home
 * @param {Row[]} rows of the servers that were found or started
 */
export function rememberElsewhere(home, rows) {
  const secrets = readSecrets(home);
  const known = secrets.elsewhere ?? [];
  const found = rows.filter(({ data }) => data === '').map(({ part, address }) => `${part} at ${address}`);
  const elsewhere = [...new Set([...known, ...found])];
  if (elsewhere.length > known.length) writeSecrets(home, { ...secrets, elsewhere });
}

/**
 * Tells the keys of one home from those of another, and nothing about them.
 * @param {Home} home
 * @returns {string}
 */
export function fingerprintOfKeys(home) {
  return createHash('sha256').update(readSecrets(home).MASTER_KEY).digest('hex');
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
