import { createKinds } from './kinds.ts';
import { commitAt } from './testing/commits.ts';

describe('kinds of streams', () => {
  it('brings stored events to the shape of today', () => {
    const kinds = createKinds();
    kinds.register({ name: 'box', upcast: ({ data }) => ({ type: 'put-in', data }) });
    expect(kinds.present(commitAt(1)).events).toEqual([{ type: 'put-in', data: { what: 'tea' } }]);
    const foreign = commitAt(1, { stream: 'bag-1' });
    expect(kinds.present(foreign)).toBe(foreign);
  });

  it('must not have names that contain one another', () => {
    const kinds = createKinds();
    kinds.register({ name: 'branch' });
    kinds.register({ name: 'branches' });
    expect(() => {
      kinds.register({ name: 'branch-visit' });
    }).toThrow('cannot be told apart');
  });
});
