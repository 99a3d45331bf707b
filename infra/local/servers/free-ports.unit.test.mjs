// @ts-check
import { freePorts } from './free-ports.mjs';

describe('free ports', () => {
  it('are given to one server only, with their neighbours', async () => {
    const firsts = await Promise.all(Array.from({ length: 200 }, () => freePorts(2)));
    const all = firsts.flatMap((first) => [first, first + 1]);
    expect(new Set(all).size).toBe(all.length);
  });
});
