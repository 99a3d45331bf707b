import { freshDatabase, infrastructure, startFaultProxy } from '@qucheng/testing';
import type { FaultProxy, FreshDatabase } from '@qucheng/testing';
import { add, from } from './testing/box.ts';
import { allCommits, brokenPromises } from './testing/history.ts';
import { openStore } from './testing/open-store.ts';
import type { OpenStore } from './testing/open-store.ts';
import { seededRandom } from './testing/seeded-random.ts';
import { StoreUnavailable } from './types.ts';
import type { Commit } from './types.ts';
import { pause } from './within.ts';

const RUN_MS = 6000;
const SETTLES_WITHIN_MS = 30_000;
const CLIENTS = 12;
const FIRMS = 6;
const seed = Number(process.env['CHAOS_SEED'] ?? Date.now() % 1_000_000);

describe(`two replicas on a bad network with a broker that comes and goes (CHAOS_SEED=${String(seed)})`, () => {
  const random = seededRandom(seed);
  const upTo = (limit: number): number => Math.floor(random() * limit);
  let database: FreshDatabase;
  let proxies: [FaultProxy, FaultProxy];
  let replicas: [OpenStore, OpenStore];
  let published: Commit[];
  let over = false;

  beforeAll(async () => {
    const { mongoUrl } = infrastructure();
    database = await freshDatabase('chaos');
    published = [];
    proxies = [await startFaultProxy(mongoUrl), await startFaultProxy(mongoUrl)];
    const publish = async (commits: readonly Commit[]): Promise<void> => {
      if (!over && random() < 0.1) throw new Error('no broker');
      // The broker took it, the answer got lost.
      published.push(...commits);
      await pause(upTo(5));
      if (!over && random() < 0.1) throw new Error('no acknowledgement');
    };
    const open = async (proxy: FaultProxy): Promise<OpenStore> => {
      const url = proxy.through(mongoUrl);
      const connection = await database.connect({ mongoUrl: url, serverSelectionTimeoutMS: 400 });
      return openStore(connection, { leaseMs: 500, flushLimit: 4, publish });
    };
    replicas = [await open(proxies[0]), await open(proxies[1])];
  });
  afterAll(async () => {
    await Promise.all(replicas.map(({ store }) => store.stop()));
    await database.drop();
    await Promise.all(proxies.map((proxy) => proxy.close()));
  });

  async function disturb(until: number): Promise<void> {
    while (Date.now() < until) {
      const proxy = proxies[upTo(proxies.length)];
      const faults = [proxy?.loseAnswers, proxy?.stall, proxy?.goDown, proxy?.reset];
      faults[upTo(faults.length)]?.();
      await pause(upTo(900));
      // Answers that were lost leave holes in their connections: those have to go.
      proxy?.reset();
      proxy?.heal();
      await pause(upTo(300));
    }
  }

  /** A client keeps its command until it has an answer, and asks any replica. Notes what it was told. */
  async function work(client: number, until: number, told: Map<string, number>): Promise<void> {
    for (let number = 0; Date.now() < until; number += 1) {
      const commandId = `${String(client)}-${String(number)}`;
      const firm = String(upTo(FIRMS));
      while (!told.has(commandId)) {
        const replica = replicas[upTo(replicas.length)];
        try {
          const outcome = await replica?.boxes.handle(from(commandId), firm, add, [commandId], {});
          if (outcome !== undefined && !outcome.refused) told.set(commandId, outcome.version);
        } catch (error) {
          if (!(error instanceof StoreUnavailable) || Date.now() > until + SETTLES_WITHIN_MS) throw error;
          await pause(20);
        }
      }
    }
  }

  it('loses nothing, doubles nothing, reorders nothing', async () => {
    const until = Date.now() + RUN_MS;
    const told = new Map<string, number>();
    const clients = Array.from({ length: CLIENTS }, (_, client) => work(client, until, told));
    await Promise.all([disturb(until), ...clients]);
    over = true;
    await Promise.all(replicas.map(({ store }) => store.settled()));

    const stored = await allCommits(replicas[0].store);
    const versions = new Map(stored.map(({ commandId, version }) => [commandId, version]));
    expect(versions.size).toBe(stored.length);
    expect(versions).toEqual(told);
    expect(brokenPromises(stored, published)).toEqual([]);
    expect(stored.length).toBeGreaterThan(CLIENTS);
  }, 60_000);
});
