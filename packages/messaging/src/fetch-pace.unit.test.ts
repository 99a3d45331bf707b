import { createFetchPace } from './fetch-pace.ts';

describe('the pace of fetching', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());
  const quick = () => Promise.resolve();
  const watch = (batch: Promise<void>) => {
    const seen = { over: false, failed: false };
    batch.then(
      () => (seen.over = true),
      () => (seen.failed = true),
    );
    return seen;
  };

  it('lets the first batch of a fetch last its time, and no other', async () => {
    const pace = createFetchPace(12);
    const [first, second] = [watch(pace(quick)), watch(pace(quick))];
    await jest.advanceTimersByTimeAsync(10);
    expect([first.over, second.over]).toEqual([false, true]);
    await jest.advanceTimersByTimeAsync(3);
    expect(first.over).toBe(true);
  });

  it('does not hold up a batch that took longer', async () => {
    const pace = createFetchPace(12);
    const slow = watch(pace(() => new Promise((resolve) => setTimeout(resolve, 40))));
    await jest.advanceTimersByTimeAsync(41);
    expect(slow.over).toBe(true);
  });

  it('passes a failure on at once, and paces the next fetch as before', async () => {
    const pace = createFetchPace(12);
    const failing = watch(pace(() => Promise.reject(new Error('the group moved'))));
    await jest.advanceTimersByTimeAsync(0);
    expect(failing.failed).toBe(true);
    const next = watch(pace(quick));
    await jest.advanceTimersByTimeAsync(5);
    expect(next.over).toBe(false);
    await jest.advanceTimersByTimeAsync(8);
    expect(next.over).toBe(true);
  });
});
