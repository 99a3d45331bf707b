import { createParkedKeys } from './parked-keys.ts';

const origin = (offset: number, key = 'firm') => ({ topic: 'enterprises', partition: 0, offset, key });

describe('parked keys', () => {
  it('stand still until the last of their letters is through', () => {
    const parked = createParkedKeys();
    parked.apply({ kind: 'letter', origin: origin(1) });
    parked.apply({ kind: 'letter', origin: origin(2) });
    parked.apply({ kind: 'redriven', origin: origin(1) });
    expect(parked.isParked('enterprises', 'firm')).toBe(true);
    parked.apply({ kind: 'redriven', origin: origin(2) });
    expect(parked.isParked('enterprises', 'firm')).toBe(false);
    expect(parked).toMatchObject({ letters: 0, keys: 0 });
  });

  it('count a letter once that was written twice', () => {
    const parked = createParkedKeys();
    parked.apply({ kind: 'letter', origin: origin(1) });
    parked.apply({ kind: 'letter', origin: origin(1) });
    expect(parked).toMatchObject({ letters: 1, keys: 1 });
  });

  it('are told apart by topic', () => {
    const parked = createParkedKeys();
    parked.apply({ kind: 'letter', origin: origin(1) });
    expect(parked.isParked('activities', 'firm')).toBe(false);
  });

  it('never hold messages without a key, which have no order', () => {
    const parked = createParkedKeys();
    parked.apply({ kind: 'letter', origin: origin(1, '') });
    expect(parked.isParked('enterprises', '')).toBe(false);
    expect(parked.letters).toBe(1);
  });
});
