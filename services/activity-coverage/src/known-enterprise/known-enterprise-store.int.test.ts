import { freshDatabase } from '@qucheng/testing';
import type { FreshDatabase } from '@qucheng/testing';
import { createKnownEnterpriseStore, HEARS_EVERY } from './known-enterprise-store.ts';

describe('what two replicas know of a firm', () => {
  let database: FreshDatabase;
  let now = 0;
  const openReplica = async () => {
    const replica = createKnownEnterpriseStore(database.connection, () => now);
    await replica.open();
    return replica;
  };
  beforeEach(async () => {
    database = await freshDatabase('known-enterprises');
  });
  afterEach(() => database.drop());

  it('is known to both at once, whoever learned it', async () => {
    const [one, other] = await Promise.all([openReplica(), openReplica()]);
    await one.learn('firm', 1, { streetId: 'street', communityId: 'here' });
    for (const replica of [one, other]) expect(await replica.find('firm')).toMatchObject({ communityId: 'here' });
    expect(await other.find('nobody')).toBeNull();
  });

  it('changes at once where the change was learned, and within seconds where it was not', async () => {
    const [one, other] = await Promise.all([openReplica(), openReplica()]);
    await one.learn('firm', 1, { streetId: 'street', communityId: 'here' });
    await Promise.all([one.find('firm'), other.find('firm')]);
    await one.learn('firm', 2, { communityId: 'there' });
    expect(await one.find('firm')).toMatchObject({ streetId: 'street', communityId: 'there' });
    now += HEARS_EVERY;
    expect(await other.find('firm')).toMatchObject({ streetId: 'street', communityId: 'there' });
  });

  it('is kept in memory, and so it is after a restart', async () => {
    const first = await openReplica();
    await first.learn('firm', 1, { streetId: 'street', communityId: 'here' });
    const restarted = await openReplica();
    await database.connection.db?.collection('knownEnterprises').deleteMany({});
    expect(await restarted.find('firm')).toMatchObject({ communityId: 'here' });
  });

  it('is not forgotten where a firm was learned before moments were noted', async () => {
    const before = { _id: 'firm' as never, version: 1, streetId: 'street', communityId: 'here' };
    await database.connection.db?.collection('knownEnterprises').insertOne(before);
    const replica = await openReplica();
    expect(await replica.find('firm')).toMatchObject({ communityId: 'here' });
  });
});
