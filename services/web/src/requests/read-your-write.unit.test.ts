import { minVersion, rememberWritten } from './read-your-write.ts';

describe('reading one’s own write', () => {
  it('asks for the newest write of each stream', () => {
    rememberWritten({ id: 'a', version: 1, written: 'visits-A@1' }, 1000);
    rememberWritten({ id: 'a', version: 2, written: 'visits-A@2' }, 1100);
    rememberWritten({ id: 'b', version: 1, written: 'roster-A@1' }, 1200);
    expect(minVersion(1300)).toBe('visits-A@2,roster-A@1');
  });

  it('forgets a write after ten seconds', () => {
    rememberWritten({ id: 'a', version: 3, written: 'visits-A@3' }, 20_000);
    expect(minVersion(30_001)).toBeUndefined();
  });

  it('does not wait for an import, whose own events no list ever hears of', () => {
    rememberWritten({ id: 'i', version: 2, written: 'import-I@2' }, 40_000);
    expect(minVersion(40_001)).toBeUndefined();
  });

  it('ignores answers that carry no token', () => {
    rememberWritten({ items: [] }, 50_000);
    rememberWritten(undefined, 50_000);
    expect(minVersion(50_001)).toBeUndefined();
  });
});
