import { decodeTime } from 'ulid';
import { newId } from './ids.ts';

describe('a fresh id', () => {
  const ids = Array.from({ length: 20_000 }, newId);

  it('is a ULID of now', () => {
    const id = newId();
    expect(id).toMatch(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
    expect(Math.abs(decodeTime(id) - Date.now())).toBeLessThan(5_000);
  });

  it('never comes twice', () => {
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has every character at every random place', () => {
    for (let place = 10; place < 26; place += 1) expect(new Set(ids.map((id) => id[place])).size).toBe(32);
  });
});
