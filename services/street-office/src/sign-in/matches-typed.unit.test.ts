import { matchesTyped } from './matches-typed.ts';

function countingPasswords(right: string) {
  const tried: string[] = [];
  return {
    tried,
    matches: (passwordHash: string | undefined, password: string) => {
      tried.push(password);
      return Promise.resolve(passwordHash !== undefined && password === right);
    },
  };
}

describe('a password as people type and paste it', () => {
  it.each([
    ['as it was set', 'canal-2026', ['canal-2026']],
    ['with a line break after it', 'canal-2026\n', ['canal-2026\n', 'canal-2026']],
    ['with blanks around it', '  canal-2026\u3000', ['  canal-2026\u3000', 'canal-2026']],
  ])('is right %s', async (_how, typed, tried) => {
    const passwords = countingPasswords('canal-2026');
    expect(await matchesTyped(passwords, 'hash', typed)).toBe(true);
    expect(passwords.tried).toEqual(tried);
  });

  it('is right with blanks that belong to it, at the first look', async () => {
    const passwords = countingPasswords(' canal-2026 ');
    expect(await matchesTyped(passwords, 'hash', ' canal-2026 ')).toBe(true);
    expect(passwords.tried).toHaveLength(1);
  });

  it('costs one look when it is wrong and has no blanks around it', async () => {
    const passwords = countingPasswords('canal-2026');
    expect(await matchesTyped(passwords, 'hash', 'another')).toBe(false);
    expect(passwords.tried).toEqual(['another']);
  });

  it('takes as many looks for an unknown account as for a known one', async () => {
    const passwords = countingPasswords('canal-2026');
    expect(await matchesTyped(passwords, undefined, ' wrong ')).toBe(false);
    expect(passwords.tried).toHaveLength(2);
  });
});
