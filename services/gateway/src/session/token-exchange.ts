import { z } from 'zod';

/** Shorter than a token holds, so that one handed on is good for the whole way. */
const KEPT_MS = 45_000;
const REMEMBERED = 20_000;

const Issued = z.object({ token: z.string() });

export interface TokenExchange {
  /** The token of a session: undefined when the session does not hold. Throws when street-office is away. */
  tokenOf(session: string): Promise<string | undefined>;
  forget(session: string): void;
}

/** Asks street-office for the token of a session; `ask` answers status and body. */
export function createTokenExchange(
  ask: (body: object) => Promise<{ readonly status: number; readonly body: unknown }>,
  now: () => number = Date.now,
): TokenExchange {
  const kept = new Map<string, { readonly token: Promise<string | undefined>; readonly until: number }>();

  const exchange = async (session: string): Promise<string | undefined> => {
    const { status, body } = await ask({ session });
    if (status === 401 || status === 422) return undefined;
    return Issued.parse(body).token;
  };

  return {
    tokenOf: (session) => {
      const found = kept.get(session);
      if (found !== undefined && found.until > now()) return found.token;
      // Requests that arrive together share one exchange.
      const token = exchange(session);
      const [oldest] = kept.keys();
      if (kept.size >= REMEMBERED && oldest !== undefined) kept.delete(oldest);
      kept.delete(session);
      kept.set(session, { token, until: now() + KEPT_MS });
      // Neither a session that does not hold nor a failure is worth keeping.
      token.then(
        (value) => value ?? kept.delete(session),
        () => kept.delete(session),
      );
      return token;
    },
    forget: (session) => {
      kept.delete(session);
    },
  };
}
