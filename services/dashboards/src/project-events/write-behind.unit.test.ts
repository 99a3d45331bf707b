import { createLog } from '@qucheng/service-kit';
import { createWriteBehind } from './write-behind.ts';

/** Changes are counted up; a write takes them over, each write after the ones before. */
function given({ failures = 0, everyMs = 50 } = {}) {
  let changed = 0;
  const writes: number[] = [];
  const behind = createWriteBehind(
    () => {
      if (writes.length < failures) {
        writes.push(-1);
        return Promise.reject(new Error('the database is away'));
      }
      writes.push(changed);
      return Promise.resolve();
    },
    createLog('test', 'silent'),
    everyMs,
  );
  return { behind, writes, change: () => (changed += 1) };
}

describe('writing behind', () => {
  it('writes at once after a rest', async () => {
    const { behind, writes, change } = given();
    change();
    await behind.soon();
    expect(writes).toEqual([1]);
  });

  it('writes together what changes soon after a write', async () => {
    const { behind, writes, change } = given();
    change();
    await behind.soon();
    change();
    const second = behind.soon();
    change();
    await Promise.all([second, behind.soon()]);
    expect(writes).toEqual([1, 3]);
  });

  it('does not let somebody wait who asks for it', async () => {
    const { behind, writes, change } = given({ everyMs: 3_600_000 });
    change();
    await behind.soon();
    change();
    void behind.soon();
    await behind.now();
    expect(writes).toEqual([1, 2]);
  });

  it('repeats a failed write until it succeeds', async () => {
    const { behind, writes, change } = given({ failures: 2 });
    change();
    await behind.soon();
    expect(writes).toEqual([-1, -1, 1]);
  });

  it('never says that something is written when it was stopped before', async () => {
    const { behind, writes, change } = given({ failures: Infinity });
    change();
    const written = behind.soon();
    behind.stop();
    await expect(written).rejects.toThrow('stopped');
    expect(writes).toEqual([]);
  });
});
