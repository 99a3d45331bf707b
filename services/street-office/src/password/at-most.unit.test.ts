import { atMost } from './at-most.ts';

describe('work in turn', () => {
  it('runs as many at once as allowed, the others after them, and refuses what does not fit the queue', async () => {
    const inTurn = atMost(2, 2);
    const gates = Array.from({ length: 4 }, gate);
    let running = 0;
    let most = 0;
    const works = gates.map(({ promise }) =>
      inTurn(async () => {
        most = Math.max(most, (running += 1));
        await promise;
        running -= 1;
      }),
    );
    await expect(inTurn(() => Promise.resolve())).rejects.toMatchObject({ status: 503 });
    for (const { open } of gates) open();
    await Promise.all(works);
    expect(most).toBe(2);
  });

  it('hands its place on when a work fails', async () => {
    const inTurn = atMost(1, 1);
    const first = inTurn(() => Promise.reject(new Error('no')));
    const second = inTurn(() => Promise.resolve('yes'));
    await expect(first).rejects.toThrow('no');
    expect(await second).toBe('yes');
    expect(await inTurn(() => Promise.resolve('again'))).toBe('again');
  });
});

function gate() {
  let open: () => void = () => undefined;
  const promise = new Promise<void>((resolve) => (open = resolve));
  return {
    promise,
    open: () => {
      open();
    },
  };
}
