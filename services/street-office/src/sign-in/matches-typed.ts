import type { Passwords } from '../password/passwords.ts';

/**
 * Whether a password as people type and paste it is the right one: as it stands, then without the blanks and line
 * breaks around it. A second hash is paid for only where there are any, and for unknown accounts as for known ones.
 */
export async function matchesTyped(
  passwords: Pick<Passwords, 'matches'>,
  passwordHash: string | undefined,
  typed: string,
): Promise<boolean> {
  if (await passwords.matches(passwordHash, typed)) return true;
  const bare = typed.trim();
  return bare !== typed && passwords.matches(passwordHash, bare);
}
