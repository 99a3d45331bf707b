import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { FirmCard } from '@qucheng/contracts';
import { eventually } from '@qucheng/testing';
import { runStreet, type RunningStreet } from './street/run-street.ts';
import { endLeftOver, newPlace, processesOf, startSupervisor, type Place } from './street/supervisor.ts';

/** About what a long session on a shared machine, or a CI, brings along. */
const LARGE_ENVIRONMENT = { LARGE: 'x'.repeat(40_000) };

let place: Place;
let street: RunningStreet | undefined;

beforeAll(async () => {
  place = await newPlace();
});

afterAll(async () => {
  await street?.close(false);
  endLeftOver(processesOf(place));
  rmSync(place.home, { recursive: true, force: true });
}, 60_000);

const streetIsBegun = (): boolean => {
  try {
    return readFileSync(join(place.home, 'secrets.json'), 'utf8').includes('"demoPending": true');
  } catch {
    return false;
  }
};

describe('a first start whose supervisor is killed while it opens the street', () => {
  it('is made good by the next one, with all services in one process: accounts and firms', async () => {
    const killed = startSupervisor(place);
    try {
      await eventually('the street is begun', () => killed.isUp() || streetIsBegun(), { withinMs: 120_000 });
    } finally {
      await killed.kill();
    }
    expect(streetIsBegun()).toBe(true);

    street = await runStreet({ place, args: ['--together'], environment: LARGE_ENVIRONMENT });
    expect(processesOf(place).map(({ name }) => name)).toEqual(['kafka', 'mongo', 'together', 'valkey']);
    const roles = ['admin', 'streetSecretary', 'cadre', 'communitySecretary', 'districtViewer'];
    const [, secretary] = await Promise.all(roles.map((role) => street!.enter(role)));
    await eventually('the firms of the ledger are listed', async () => {
      const { items } = await secretary!.get<{ items: FirmCard[] }>('/api/enterprises?limit=200');
      return items.length === 200;
    });
  }, 300_000);
});
