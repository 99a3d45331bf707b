import { createProgress } from './progress.ts';

const place = { topic: 'enterprises', partition: 1 };

describe('progress in a partition', () => {
  it('remembers what is done ahead of an unfinished message', () => {
    const progress = createProgress();
    progress.done(place, 3);
    progress.done(place, 5);
    progress.advance(place, 4);
    expect(progress.isDone(place, 4)).toBe(false);
    expect(progress.isDone(place, 5)).toBe(true);
  });

  it('offers each position for commit once', () => {
    const progress = createProgress();
    progress.advance(place, 4);
    const positions = progress.uncommitted();
    expect(positions).toEqual([{ ...place, position: 4 }]);
    progress.committed(positions);
    expect(progress.uncommitted()).toEqual([]);
  });

  it('offers nothing for commit that would not outlive the process, however far it has read', async () => {
    const progress = createProgress();
    let keepFirst: () => void = () => undefined;
    progress.hold(place, new Promise<void>((resolve) => (keepFirst = resolve)));
    progress.advance(place, 4);
    progress.hold(place, Promise.resolve());
    progress.advance(place, 8);
    await Promise.resolve();
    expect(progress.uncommitted()).toEqual([]);
    keepFirst();
    await progress.released();
    expect(progress.uncommitted()).toEqual([{ ...place, position: 8 }]);
  });

  it('does not wait for what another member had begun', async () => {
    const progress = createProgress();
    progress.hold(place, new Promise(() => undefined));
    progress.clear();
    progress.advance(place, 2);
    await progress.released();
    expect(progress.position(place)).toBe(2);
  });

  it('forgets a topic that begins anew, so that nothing of the new one is skipped', () => {
    const progress = createProgress();
    progress.done(place, 12);
    progress.advance(place, 10);
    progress.begin(place, 0);
    expect(progress.isDone(place, 12)).toBe(false);
    expect(progress.position(place)).toBeUndefined();
  });

  it('does not bring a partition back that was given away during a commit', () => {
    const progress = createProgress();
    progress.advance(place, 4);
    const positions = progress.uncommitted();
    progress.clear();
    progress.committed(positions);
    expect(progress.position(place)).toBeUndefined();
    expect(progress.uncommitted()).toEqual([]);
  });
});
