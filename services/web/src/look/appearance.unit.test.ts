import { readAppearance } from './appearance.ts';

describe('the remembered look', () => {
  it('starts as the device wishes, in normal text, with shortcuts', () => {
    expect(readAppearance(null)).toEqual({ theme: 'auto', text: 'normal', keys: 'on' });
  });

  it('keeps what was chosen', () => {
    expect(readAppearance('{"theme":"dark","text":"large","keys":"off"}')).toEqual({
      theme: 'dark',
      text: 'large',
      keys: 'off',
    });
  });

  it('survives nonsense in the storage', () => {
    expect(readAppearance('{{').theme).toBe('auto');
    expect(readAppearance('{"theme":"pink"}').theme).toBe('auto');
    expect(readAppearance('null').text).toBe('normal');
  });
});
