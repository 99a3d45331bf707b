import { commitAt } from '../testing/commits.ts';
import { silentLog } from '../testing/open-store.ts';
import { StoreUnavailable } from '../types.ts';
import type { Commit } from '../types.ts';
import { createGroupCommit } from './group-commit.ts';
import type { Fate } from './insert-commits.ts';

function groupsOver(insert: (batch: readonly Commit[]) => Promise<Fate[]>, limit = 256) {
  let seq = 0;
  const stored: number[] = [];
  const groups = createGroupCommit<string>({
    limit,
    insert,
    log: silentLog,
    stamp: (drafts) => drafts.map((commandId) => commitAt((seq += 1), { commandId })),
    onStored: (commits) => stored.push(...commits.map((commit) => commit.seq)),
  });
  return { groups, stored };
}

const storeAll = (batch: readonly Commit[]): Fate[] => batch.map(() => ({ kind: 'stored' }));

describe('group commit', () => {
  it('sends what arrived during a flush together in the next one, never more than the limit', async () => {
    const sizes: number[] = [];
    const { groups } = groupsOver(async (batch) => {
      sizes.push(batch.length);
      await new Promise(setImmediate);
      return storeAll(batch);
    }, 4);
    const first = groups.add('first');
    await new Promise(setImmediate);
    await Promise.all([first, ...Array.from({ length: 10 }, (_, index) => groups.add(String(index)))]);
    expect(sizes).toEqual([1, 4, 4, 2]);
  });

  it('gives every command its own fate and passes on only what was stored', async () => {
    const { groups, stored } = groupsOver((batch) =>
      Promise.resolve(batch.map(({ seq }) => (seq === 2 ? { kind: 'overtaken' } : { kind: 'stored' }))),
    );
    const fates = await Promise.all(['a', 'b', 'c'].map((draft) => groups.add(draft)));
    expect(fates.map(({ fate }) => fate.kind)).toEqual(['stored', 'overtaken', 'stored']);
    expect(stored).toEqual([1, 3]);
  });

  it('sends the very same commits again until their fate is known, and nothing else before', async () => {
    const sent: number[][] = [];
    const { groups } = groupsOver((batch) => {
      sent.push(batch.map(({ seq }) => seq));
      return sent.length < 3 ? Promise.reject(new Error('connection lost')) : Promise.resolve(storeAll(batch));
    });
    const first = groups.add('first');
    await new Promise(setImmediate);
    await Promise.all([first, groups.add('second')]);
    expect(sent).toEqual([[1], [1], [1], [2]]);
  });

  it('rejects whoever waits when it is aborted', async () => {
    const { groups } = groupsOver(() => Promise.reject(new Error('connection lost')));
    const waiting = groups.add('first');
    groups.abort();
    await expect(waiting).rejects.toThrow(StoreUnavailable);
    await expect(groups.add('late')).rejects.toThrow(StoreUnavailable);
    await groups.idle();
  });
});
