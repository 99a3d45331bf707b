const SIGN_IN = '/sign-in';

interface Place {
  readonly pathname: string;
  readonly href: string;
}

/** What the sign-in page is told when a session ends at this place; null when that page is open or on its way already. */
export function wayBackTo({ pathname, href }: Place): { next?: string } | null {
  if (pathname === SIGN_IN) return null;
  return pathname === '/' ? {} : { next: href };
}

/** Only pages of our own: `//host` would lead elsewhere, and the sign-in page only to itself. */
export function nextOf(next: unknown): string | undefined {
  return typeof next === 'string' && /^\/(?!\/|sign-in(?:[/?#]|$))/.test(next) ? next : undefined;
}
