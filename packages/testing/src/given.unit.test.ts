import { given } from './given.ts';

interface Added {
  readonly type: 'added';
  readonly amount: number;
}
const sum = { initial: 0, evolve: (total: number, { amount }: Added) => total + amount };
const added = (amount: number): Added => ({ type: 'added', amount });
const tools = { most: 10 };
const addUpTo = (amount: number, total: number, { most }: typeof tools) => {
  if (total + amount > most) return { refused: true, code: 'too-much', missing: [most - total] } as const;
  return amount === 0 ? [] : [added(amount)];
};

describe('given, when, then', () => {
  it('passes what the rule says', () => {
    given(sum, added(4)).when(addUpTo, 6, tools).then(added(6));
    given(sum, added(4)).when(addUpTo, 7, tools).thenRefused('too-much', [6]);
    given(sum, added(4)).when(addUpTo, 0, tools).thenNothingHappened();
  });

  it.each([
    ['other events', () => given(sum).when(addUpTo, 1, tools).then(added(2))],
    ['an event where none was expected', () => given(sum).when(addUpTo, 1, tools).thenNothingHappened()],
    ['an event instead of a refusal', () => given(sum).when(addUpTo, 1, tools).thenRefused('too-much')],
    ['another code', () => given(sum).when(addUpTo, 11, tools).thenRefused('not-ready')],
    ['another list of what is missing', () => given(sum).when(addUpTo, 11, tools).thenRefused('too-much', [])],
  ])('fails on %s', (_, check) => {
    expect(check).toThrow();
  });
});
