import type { FunnelView } from '@qucheng/contracts';
import { createViewers } from './viewers.ts';

const STREET = 'street';
const figures = (total: number) => ({ total }) as FunnelView; // all that the frames here show

function watch() {
  let total = 0;
  const viewers = createViewers(() => figures(total), { now: () => Date.now(), limit: 2 });
  const open = (paceMs = 100) => {
    const frames: string[] = [];
    const stream = { slow: false, ended: false, frames };
    const leave = viewers.add(
      {
        write: (frame) => {
          frames.push(frame);
          return !stream.slow;
        },
        end: () => {
          stream.ended = true;
        },
      },
      { streetId: STREET, communityIds: null, paceMs },
    );
    return { stream, leave };
  };
  const moveTo = (to: number) => {
    total = to;
    viewers.moved(new Set([STREET]));
  };
  return { viewers, open, moveTo };
}

const totals = (frames: readonly string[]) => frames.map((frame) => Number(/"total":(\d+)/.exec(frame)?.[1]));

describe('the live funnel', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('sends the first change at once, and what follows together once per pace', () => {
    const { open, moveTo } = watch();
    const { stream } = open();
    moveTo(1);
    moveTo(2);
    moveTo(3);
    expect(totals(stream.frames)).toEqual([0, 1]);
    jest.advanceTimersByTime(100);
    expect(totals(stream.frames)).toEqual([0, 1, 3]);
  });

  it('is quiet when the figures of another street move', () => {
    const { viewers, open } = watch();
    const { stream } = open();
    viewers.moved(new Set(['another street']));
    jest.advanceTimersByTime(1_000);
    expect(stream.frames).toHaveLength(1);
  });

  it('lets a reader go who cannot keep up', () => {
    const { open, moveTo } = watch();
    const { stream } = open();
    stream.slow = true;
    moveTo(1);
    expect(stream.ended).toBe(true);
  });

  it('writes nothing more to a reader it has let go, who may take long to be gone', () => {
    const { viewers, open, moveTo } = watch();
    const { stream, leave } = open();
    stream.slow = true;
    moveTo(1);
    jest.advanceTimersByTime(100);
    moveTo(2);
    viewers.start();
    jest.advanceTimersByTime(60_000);
    viewers.stop();
    expect(totals(stream.frames)).toEqual([0, 1]);
    leave();
  });

  it('ends a stream after a while, so that who comes back has to be let in again', () => {
    const { viewers, open } = watch();
    const { stream } = open();
    viewers.start();
    jest.advanceTimersByTime(9 * 60_000);
    expect(stream.ended).toBe(false);
    jest.advanceTimersByTime(60_000);
    expect(stream.ended).toBe(true);
    viewers.stop();
  });

  it('sends nothing to a reader who has left', () => {
    const { open, moveTo } = watch();
    const { stream, leave } = open();
    leave();
    moveTo(1);
    expect(stream.frames).toHaveLength(1);
  });

  it('says when it holds as many readers as it should', () => {
    const { viewers, open } = watch();
    open();
    expect(viewers.full()).toBe(false);
    open(500);
    expect(viewers.full()).toBe(true);
  });
});
