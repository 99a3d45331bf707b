import { cutIntoAnswers } from './whole-answers.ts';

const answer = (text: string): Buffer => {
  const size = Buffer.alloc(4);
  size.writeInt32BE(Buffer.byteLength(text));
  return Buffer.concat([size, Buffer.from(text)]);
};

const passedOf = (...chunks: readonly Buffer[]): string[] => {
  const passed: string[] = [];
  const take = cutIntoAnswers((whole) => passed.push(whole.subarray(4).toString()));
  chunks.forEach(take);
  return passed;
};

describe('answers of a broker', () => {
  it('come one at a time, however many arrive together', () => {
    expect(passedOf(Buffer.concat([answer('one'), answer(''), answer('three')]))).toEqual(['one', '', 'three']);
  });

  it('come whole, wherever the network parts them', () => {
    const bytes = Buffer.concat([answer('first'), answer('second')]);
    for (let at = 0; at <= bytes.length; at += 1)
      expect(passedOf(bytes.subarray(0, at), bytes.subarray(at))).toEqual(['first', 'second']);
    expect(passedOf(...Array.from(bytes, (byte) => Buffer.from([byte])))).toEqual(['first', 'second']);
  });

  it('are not copied when they arrive whole', () => {
    const passed: Buffer[] = [];
    const take = cutIntoAnswers((whole) => passed.push(whole));
    // Small buffers would share the memory of one pool.
    const arrived = [answer('one'.repeat(9_000)), answer('two'.repeat(9_000))];
    arrived.forEach(take);
    expect(passed.map((whole) => arrived.findIndex((bytes) => bytes.buffer === whole.buffer))).toEqual([0, 1]);
  });

  it('do not come when a part is missing, or when the size cannot be one', () => {
    expect(passedOf(answer('cut').subarray(0, 6))).toEqual([]);
    expect(passedOf(Buffer.from([255, 255, 255, 255]), answer('behind'))).toEqual([]);
  });
});
