/** How long a screen keeps asking for its own write; the read models follow within a second. */
const REMEMBERED_MS = 10_000;

/** Facts of an import stay inside its service: a list asked to wait for them waits its full time for nothing. */
const UNHEARD = /^import-/;

let recent: readonly { readonly token: string; readonly at: number }[] = [];

export function rememberWritten(answer: unknown, now: number): void {
  if (typeof answer !== 'object' || answer === null || !('written' in answer) || typeof answer.written !== 'string')
    return;
  const { written } = answer;
  if (UNHEARD.test(written)) return;
  const stream = written.split('@')[0];
  recent = [
    ...recent.filter(({ token, at }) => !token.startsWith(`${String(stream)}@`) && now - at < REMEMBERED_MS),
    { token: written, at: now },
  ];
}

/** Value of `minVersion`: the newest own write of each stream, or undefined when there is nothing to wait for. */
export function minVersion(now: number): string | undefined {
  const tokens = recent.filter(({ at }) => now - at < REMEMBERED_MS).map(({ token }) => token);
  return tokens.length > 0 ? tokens.slice(-5).join(',') : undefined;
}
