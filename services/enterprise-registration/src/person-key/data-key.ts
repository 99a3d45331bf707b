import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

/** One person's key (AES-256-GCM). Everything kept of the person can be read with it and with nothing else. */
export interface DataKey {
  seal(value: unknown): string;
  /** Throws when the text was not sealed with this key for this person. */
  open(sealed: string): unknown;
  /** The same for equal values, telling nothing to who has no key. */
  mark(value: unknown): string;
}

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** `subject` is bound into every seal: a sealed text moved to another person does not open. */
export function createDataKey(secret: Buffer, subject: string): DataKey {
  return {
    seal: (value) => seal(secret, subject, Buffer.from(JSON.stringify(value))),
    open: (sealed) => JSON.parse(open(secret, subject, sealed).toString()) as unknown,
    mark: (value) =>
      createHmac('sha256', secret)
        .update(`mark\n${JSON.stringify(value)}`)
        .digest('base64url')
        .slice(0, 22),
  };
}

/** Wraps the keys of people with the office's master key, so that the database alone opens nothing. */
export function createMasterKey(base64: string) {
  const master = Buffer.from(base64, 'base64');
  if (master.length !== 32) throw new Error('MASTER_KEY is not 32 bytes in base64');
  return {
    create: (subject: string): { wrapped: string; key: DataKey } => {
      const secret = randomBytes(32);
      return { wrapped: seal(master, subject, secret), key: createDataKey(secret, subject) };
    },
    unwrap: (wrapped: string, subject: string): DataKey => createDataKey(open(master, subject, wrapped), subject),
  };
}
export type MasterKey = ReturnType<typeof createMasterKey>;

function seal(key: Buffer, subject: string, plain: Buffer): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(subject));
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString('base64url');
}

function open(key: Buffer, subject: string, sealed: string): Buffer {
  const bytes = Buffer.from(sealed, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(subject)).setAuthTag(bytes.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
}
