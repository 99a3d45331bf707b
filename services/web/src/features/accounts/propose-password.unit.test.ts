import { proposePassword } from './propose-password.ts';

describe('a proposed password', () => {
  it('can be read out: three times two syllables, then four digits', () => {
    expect(proposePassword()).toMatch(/^(?:(?:[bdfghkmnprstvz][aeiou]){2}-){3}\d{4}$/);
  });

  it('uses all that is drawn', () => {
    expect(proposePassword(() => 0)).toBe('baba-baba-baba-0000');
    expect(proposePassword((limit) => limit - 1)).toBe('zuzu-zuzu-zuzu-9999');
  });

  it('is another one each time', () => {
    expect(new Set(Array.from({ length: 200 }, () => proposePassword())).size).toBe(200);
  });
});
