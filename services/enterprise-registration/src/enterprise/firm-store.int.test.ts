import type { Commit } from '@qucheng/event-store';
import { createLog } from '@qucheng/service-kit';
import { eventually, freshDatabase, infrastructure, startFaultProxy } from '@qucheng/testing';
import type { FaultProxy, FreshDatabase } from '@qucheng/testing';
import { UNKNOWN_HEADCOUNTS } from './enterprise.ts';
import type { RegisteredEnterprise } from './enterprise.ts';
import { createFirmStore } from './firm-store.ts';
import type { FirmStore } from './firm-store.ts';

const STREET = 'street';
const NAME = '江苏彤光谷茶餐厅';

describe('the list of firms, when the connection to the database is cut', () => {
  const { mongoUrl } = infrastructure();
  const streams = new Map<string, { state: RegisteredEnterprise; version: number }>();
  let database: FreshDatabase;
  let proxy: FaultProxy;
  let firms: FirmStore;
  beforeEach(async () => {
    streams.clear();
    proxy = await startFaultProxy(mongoUrl);
    database = await freshDatabase('firms');
    const connection = await database.connect({ mongoUrl: proxy.through(mongoUrl), serverSelectionTimeoutMS: 300 });
    const load = (_: string, id: string) => Promise.resolve(streams.get(id));
    firms = createFirmStore(connection, { load }, createLog('test', 'silent'));
  });
  afterEach(async () => {
    proxy.heal();
    await firms.stop();
    await database.drop();
    await proxy.close();
  });

  function commit(enterpriseId: string, version: number, changes: Partial<RegisteredEnterprise> = {}): void {
    streams.set(enterpriseId, { state: { ...firm(enterpriseId), ...changes }, version });
    // The list looks at no more of a commit.
    firms.onCommitted([{ stream: `enterprise-${enterpriseId}`, streetId: STREET } as Commit]);
  }
  const stored = (filter: object) => database.connection.collection('firms').findOne(filter);
  const found = async () => (await firms.among(STREET, [], [NAME])).map(({ enterpriseId }) => enterpriseId);

  it('knows a firm whose entry was broken off as soon as the connection is back, without being started anew', async () => {
    proxy.goDown();
    commit('a', 1);
    await expect(found()).rejects.toThrow();
    proxy.heal();
    await eventually('it is listed', async () => (await stored({ nameKey: { $exists: true } })) !== null);
    expect(await found()).toEqual(['a']);
  });

  it('says that it is behind rather than that there is no such firm', async () => {
    proxy.loseAnswers();
    commit('a', 1);
    const answer = found();
    proxy.heal();
    proxy.reset();
    expect(await answer.catch(() => ['behind'])).not.toEqual([]);
    expect(await found()).toEqual(['a']);
  });

  it('goes on to the newest version of a firm it knows', async () => {
    commit('a', 1);
    expect(await found()).toEqual(['a']);
    proxy.goDown();
    commit('a', 2, { building: '三号楼' });
    await expect(found()).rejects.toThrow();
    commit('a', 3, { building: '四号楼' });
    proxy.heal();
    await eventually('it is listed', async () => (await stored({ building: '四号楼', version: 3 })) !== null);
  });
});

function firm(enterpriseId: string): RegisteredEnterprise {
  return {
    status: 'registered',
    enterpriseId,
    creditCode: null,
    noCodeReason: null,
    name: NAME,
    industry: null,
    industryCode: null,
    serviceTrade: false,
    communityId: null,
    address: null,
    building: null,
    aboveScale: null,
    headcounts: UNKNOWN_HEADCOUNTS,
    contacts: [],
    ownerId: null,
    source: { kind: 'typed', on: '2026-05-20' },
  };
}
