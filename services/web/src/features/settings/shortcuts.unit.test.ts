import { createKeyReader } from './shortcuts.ts';

describe('keyboard shortcuts', () => {
  it('reads single keys and pairs that start with g', () => {
    const read = createKeyReader();
    expect(read('/', 0)).toBe('search');
    expect(read('g', 10)).toBeNull();
    expect(read('l', 300)).toBe('firms');
    expect(read('l', 400)).toBeNull();
  });

  it('forgets a g that nobody followed up', () => {
    const read = createKeyReader();
    read('g', 0);
    expect(read('t', 1300)).toBeNull();
  });

  it('does not log a visit when n follows g', () => {
    const read = createKeyReader();
    read('g', 0);
    expect(read('n', 100)).toBeNull();
    expect(read('n', 200)).toBe('visit');
  });
});
