import { freshDatabase } from '@qucheng/testing';
import type { FreshDatabase } from '@qucheng/testing';
import { add, addNew, addOnce, from } from './testing/box.ts';
import { openStore } from './testing/open-store.ts';
import type { OpenStore } from './testing/open-store.ts';

describe('a command becomes a fact', () => {
  let database: FreshDatabase;
  let one: OpenStore;

  beforeAll(async () => {
    database = await freshDatabase('event-store');
    one = await openStore(database.connection);
  });
  afterAll(async () => {
    await one.store.stop();
    await database.drop();
  });

  it('stores one commit with all events of the command and says where the stream stands', async () => {
    expect(await one.boxes.handle(from('c-1'), 'a', add, ['tea', 'cup'], {})).toEqual({
      version: 2,
      repeated: false,
      events: [
        { type: 'added', data: { what: 'tea' } },
        { type: 'added', data: { what: 'cup' } },
      ],
    });
    expect(await one.boxes.history('jianghai', 'a')).toMatchObject([
      { _id: 'box-a@000000000001', version: 1, commandId: 'c-1', by: 'account-1', through: 'web' },
    ]);
    expect(await one.boxes.load('jianghai', 'a')).toEqual({ version: 2, state: { things: ['tea', 'cup'] } });
  });

  it('publishes it', async () => {
    await one.store.settled();
    expect(one.journal.map(({ commandId }) => commandId)).toEqual(['c-1']);
  });

  it('stores nothing for a refusal or for nothing to do', async () => {
    await one.boxes.handle(from('c-2'), 'b', addOnce, 'tea', {});
    expect(await one.boxes.handle(from('c-3'), 'b', addOnce, 'tea', {})).toEqual({
      version: 1,
      events: [],
      repeated: false,
    });
    expect(await one.boxes.handle(from('c-4'), 'b', addNew, 'tea', {})).toMatchObject({ code: 'already-there' });
    expect(await one.boxes.history('jianghai', 'b')).toHaveLength(1);
  });

  it('answers the same command with its first outcome, also when the state would refuse it now', async () => {
    const first = await one.boxes.handle(from('c-5'), 'c', addNew, 'tea', {});
    await one.boxes.handle(from('c-6'), 'c', addNew, 'cup', {});
    expect(await one.boxes.handle(from('c-5'), 'c', addNew, 'tea', {})).toEqual({ ...first, repeated: true });
    expect(await one.boxes.history('jianghai', 'c')).toHaveLength(2);
  });

  it('refuses a commandId that was used for something else', async () => {
    await one.boxes.handle(from('c-7', { fingerprint: 'x' }), 'd', add, ['tea'], {});
    const reused = { refused: true, code: 'key-reused', kind: 'rule' };
    expect(await one.boxes.handle(from('c-7', { fingerprint: 'y' }), 'd', add, ['cup'], {})).toMatchObject(reused);
    expect(await one.boxes.handle(from('c-7', { fingerprint: 'x' }), 'e', add, ['tea'], {})).toMatchObject(reused);
  });

  it('hides the streams of another street', async () => {
    await one.boxes.handle(from('c-8'), 'f', add, ['tea'], {});
    const foreign = from('c-9', { streetId: 'elsewhere' });
    expect(await one.boxes.handle(foreign, 'f', add, ['cup'], {})).toMatchObject({ kind: 'absent' });
    expect(await one.boxes.load('elsewhere', 'f')).toBeUndefined();
    expect(await one.boxes.history('elsewhere', 'f')).toEqual([]);
    expect(await one.boxes.load('jianghai', 'never')).toBeUndefined();
  });

  it('refuses when the stream does not stand at the expected version', async () => {
    await one.boxes.handle(from('c-10'), 'g', add, ['tea'], {});
    const conflict = await one.boxes.handle(from('c-11', { expectedVersion: 0 }), 'g', add, ['cup'], {});
    expect(conflict).toMatchObject({ code: 'version-conflict', kind: 'conflict' });
    expect(await one.boxes.handle(from('c-12', { expectedVersion: 1 }), 'g', add, ['cup'], {})).toMatchObject({
      version: 2,
    });
  });

  it('replays everything in a stable order, page by page', async () => {
    const ids: string[] = [];
    await one.store.replay(
      (commits) => {
        ids.push(...commits.map(({ _id }) => _id));
        return Promise.resolve();
      },
      { kind: 'box', limit: 3 },
    );
    expect(ids).toEqual([...ids].sort());
    expect(ids).toHaveLength(8);
  });
});
