import { hash, verify } from '@node-rs/argon2';
import { atMost } from './at-most.ts';

/** OWASP's first choice for argon2id (the library's default kind). */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export interface Passwords {
  hash(password: string): Promise<string>;
  /** Takes the same time whether there is an account or not. */
  matches(passwordHash: string | undefined, password: string): Promise<boolean>;
}

/** Hashes passwords, two at once: they share the thread pool with DNS and files, and each takes 19 MiB. */
export async function createPasswords(): Promise<Passwords> {
  const inTurn = atMost(2, 64);
  const nobody = await hash('an account that does not exist', COST);
  return {
    hash: (password) => inTurn(() => hash(password, COST)),
    matches: async (passwordHash, password) => {
      const same = await inTurn(() => verify(passwordHash ?? nobody, password));
      return same && passwordHash !== undefined;
    },
  };
}
