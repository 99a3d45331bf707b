import { deviceStorageOf } from './device-storage.ts';

describe('what a device remembers', () => {
  it('is what was kept', () => {
    const entries = new Map<string, string>();
    const storage = deviceStorageOf(() => ({
      getItem: (name) => entries.get(name) ?? null,
      setItem: (name, value) => void entries.set(name, value),
      removeItem: (name) => void entries.delete(name),
    }));
    storage.setItem('language', 'en');
    expect(storage.getItem('language')).toBe('en');
    storage.removeItem('language');
    expect(storage.getItem('language')).toBeNull();
  });

  it('is nothing where storage is blocked, and nobody has to care', () => {
    const blocked = deviceStorageOf(() => {
      throw new Error('access is denied for this document');
    });
    blocked.setItem('language', 'en');
    blocked.removeItem('language');
    expect(blocked.getItem('language')).toBeNull();
  });
});
