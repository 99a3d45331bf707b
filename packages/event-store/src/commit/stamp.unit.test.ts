import fc from 'fast-check';
import { from } from '../testing/box.ts';
import { commitId, commitsOfKind } from './commit-id.ts';
import { stamp } from './stamp.ts';
import type { Draft } from './stamp.ts';

const draft = (changed: Partial<Draft> = {}): Draft => ({
  stream: 'box-a',
  version: 1,
  context: from('c-1'),
  events: [{ type: 'added', data: { what: 'tea' } }],
  follows: undefined,
  ...changed,
});
const never = () => false;

describe('a commit id', () => {
  it('sorts as its version does', () => {
    const version = fc.integer({ min: 1, max: 999_999_999_999 });
    fc.assert(fc.property(version, version, (a, b) => commitId('box-a', a) < commitId('box-a', b) === a < b));
  });

  it('lies in the range of its kind, after the id the range begins with', () => {
    const id = commitId('box-a', 7);
    const { $gt, $lt } = commitsOfKind('box', commitId('box-a', 6));
    expect($gt < id && id < $lt).toBe(true);
    expect(commitsOfKind('box').$gt).toBe('box-');
  });
});

describe('a commit on its way out', () => {
  it('gets the next numbers of its writer and carries only what was given', () => {
    const [one, two] = stamp(
      [draft(), draft({ version: 4, context: from('c-2', { fingerprint: 'x' }) })],
      { writer: 'me', seq: 8 },
      never,
    );
    expect(one).toMatchObject({ _id: 'box-a@000000000001', writer: 'me', seq: 8, commandId: 'c-1' });
    expect(Object.keys(one ?? {})).not.toContain('fingerprint');
    expect(two).toMatchObject({ _id: 'box-a@000000000004', writer: 'me', seq: 9, fingerprint: 'x' });
  });

  it('names the commit of another writer it follows, unless that one is known to be published', () => {
    const first = { writer: 'me', seq: 1 };
    const follows = { writer: 'other', seq: 3 };
    expect(stamp([draft({ follows })], first, never)).toMatchObject([{ after: follows }]);
    expect(stamp([draft({ follows })], first, () => true)[0]?.after).toBeUndefined();
    expect(stamp([draft({ follows: { writer: 'me', seq: 3 } })], first, never)[0]?.after).toBeUndefined();
  });
});
