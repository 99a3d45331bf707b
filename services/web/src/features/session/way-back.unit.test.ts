import { nextOf, wayBackTo } from './way-back.ts';

describe('the way back after signing in', () => {
  it('leads to where the session ended', () => {
    expect(wayBackTo({ pathname: '/enterprises/A', href: '/enterprises/A?x=1' })).toEqual({
      next: '/enterprises/A?x=1',
    });
    expect(nextOf('/enterprises/A?x=1')).toBe('/enterprises/A?x=1');
  });

  it('is not noted again by the other requests of the page that was open', () => {
    expect(wayBackTo({ pathname: '/sign-in', href: '/sign-in?next=%2Fenterprises%2FA' })).toBeNull();
  });

  it('needs no note at the front door', () => {
    expect(wayBackTo({ pathname: '/', href: '/' })).toEqual({});
  });

  it.each(['//evil.example', 'https://evil.example', '/sign-in', '/sign-in?next=%2Ftoday', 7, undefined])(
    'never leads to %p',
    (next) => {
      expect(nextOf(next)).toBeUndefined();
    },
  );
});
