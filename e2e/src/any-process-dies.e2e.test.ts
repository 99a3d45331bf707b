import type { FirmCard, FollowUpItem, FunnelView, RosterView, Written } from '@qucheng/contracts';
import { eventually } from '@qucheng/testing';
import { countWrites } from './road/count-writes.ts';
import { importLedger } from './road/import-ledger.ts';
import type { OfficeClient } from './road/office-client.ts';
import { chooseFirm, walkTheRoad } from './road/walk-the-road.ts';
import { runStreet, type RunningStreet } from './street/run-street.ts';
import { SERVERS, SERVICES } from './street/supervisor.ts';

const SEED = Number(process.env['QUCHENG_SEED'] ?? Date.now() % 1_000_000);
/** Writes of a demo: upload and commit of a ledger, then the steps of the road. */
const WRITES = 26;
const IMPORTED = 60;

let street: RunningStreet;
let admin: OfficeClient;
let secretary: OfficeClient;
let cadre: OfficeClient;
let branches = 0;
let begun = 0;
let survived = 0;

beforeAll(async () => {
  process.stdout.write(`Moments of death: QUCHENG_SEED=${SEED}\n`);
  street = await runStreet();
  [admin, secretary, cadre] = await Promise.all([
    street.enter('admin'),
    street.enter('streetSecretary'),
    street.enter('cadre'),
  ]);
}, 180_000);

afterAll(async () => {
  // The street is not there when it did not start; then it has cleaned up already.
  await (street as RunningStreet | undefined)?.close(survived < begun);
}, 90_000);

/** A broker that was killed at the very end is noticed only now, and its consumers need their time to return. */
const ARRIVES_WITHIN_MS = 60_000;

describe('kill -9 of any process in the middle of the demo', () => {
  it.each([...SERVICES, ...SERVERS].map((name, round) => [name, round] as const))(
    '%s: the demo goes on to its branch and nothing accepted is missing',
    async (name, round) => {
      begun += 1;
      const death = planDeath(name, round);
      const office = (client: OfficeClient) => countWrites(client, death.onWrite);
      const imported = await importLedger(office(admin), ledgerOf(round), () => undefined);
      expect(imported.counts).toMatchObject({ new: IMPORTED, refused: 0 });
      const { enterpriseId } = await chooseFirm(cadre);
      const accepted: Written[] = [];
      const formation = await walkTheRoad({ cadre: office(cadre), secretary: office(secretary) }, enterpriseId, {
        onStage: () => undefined,
        onStep: (_, written) => accepted.push(...written),
      });
      expect(formation.stage).toBe('formed');
      // Whatever fails from here on, the rounds to come meet this branch.
      branches += 1;
      await street.whole(await death.killed());
      death.tell();

      await eventually(
        'every firm of the ledger is listed, and every branch is counted once',
        async () => {
          const listed = await secretary.get<{ items: FirmCard[] }>(`/api/enterprises?q=第${round + 1}批&limit=200`);
          const { branches: counted } = await secretary.get<FunnelView>('/api/dashboards/funnel');
          return listed.items.length === IMPORTED && counted.formed === branches;
        },
        { withinMs: ARRIVES_WITHIN_MS },
      );
      await everythingIsThereOnce(enterpriseId, accepted);
      survived += 1;
    },
    180_000,
  );
});

/** The process dies a few milliseconds after one of the writes of the demo was sent. */
function planDeath(name: string, round: number) {
  const write = Math.floor(random(2 * round) * WRITES);
  const pauseMs = random(2 * round + 1) * 40;
  const began = Date.now();
  let sent = 0;
  let at = 0;
  let dying: Promise<{ readonly process: string; readonly pid: number }> | undefined;
  const die = async () => {
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    at = Date.now();
    return { process: name, pid: street.kill(name) };
  };
  return {
    onWrite: () => {
      if (sent === write) {
        dying = die();
        // Told by killed(), unless the walk fails first and tells more.
        dying.catch(() => undefined);
      }
      sent += 1;
    },
    killed: async () => {
      if (dying === undefined) throw new Error(`the demo ended after ${sent} writes, before ${name} was to die`);
      return dying;
    },
    tell: () => {
      const place = `after write ${write + 1} of ${sent}, ${at - began} ms into the demo`;
      process.stdout.write(`${name} died ${place}; whole after ${Date.now() - at} ms\n`);
    },
  };
}

/** Firms nobody knows yet, so that an import has something to write. */
function ledgerOf(round: number) {
  const rows = Array.from({ length: IMPORTED }, (_, row) => `第${round + 1}批${row + 1}号面馆,餐饮业,${5 + row}`);
  const text = ['企业名称,行业,职工总数', ...rows].join('\n');
  return { name: `ledger-${round + 1}.csv`, bytes: Buffer.from(text) };
}

async function everythingIsThereOnce(enterpriseId: string, accepted: readonly Written[]): Promise<void> {
  const path = `/api/enterprises/${enterpriseId}`;
  const told = async () =>
    (await secretary.get<{ items: { eventId: string; type: string }[] }>(`${path}/timeline?limit=200`)).items;
  await eventually(
    'the firm tells every accepted write',
    async () => {
      const events = (await told()).map(({ eventId }) => eventId);
      return accepted.every((write, place) => isTold(write, accepted.slice(0, place), events));
    },
    { withinMs: ARRIVES_WITHIN_MS },
  );
  const types = (await told()).map(({ type }) => type);
  for (const once of [
    'VisitLogged',
    'LiaisonNamed',
    'FoundingApplied',
    'FoundingApproved',
    'ElectionHeld',
    'BranchFormed',
  ])
    expect(types.filter((type) => type === once)).toEqual([once]);
  const { items } = await secretary.get<RosterView>(`${path}/youth`);
  expect(items).toHaveLength(types.filter((type) => type === 'YoungEmployeeRegistered').length);
  await everythingToFollowUpIsThereOnce(enterpriseId);
}

/** What the visit promised, and the visit that follows the first activity. */
async function everythingToFollowUpIsThereOnce(enterpriseId: string): Promise<void> {
  const kinds = async () => {
    const path = `/api/follow-ups?enterpriseId=${enterpriseId}`;
    const { items } = await secretary.get<{ items: FollowUpItem[] }>(path);
    return items.map(({ kind }) => kind).sort();
  };
  await eventually('both follow-ups are there', async () => new Set(await kinds()).size === 2, {
    withinMs: ARRIVES_WITHIN_MS,
  });
  expect(await kinds()).toEqual(['promise', 'thankAndVisit']);
}

/** A command may end in an event that tells nothing of its own: then one of its earlier events is told. */
function isTold({ written }: Written, earlier: readonly Written[], events: readonly string[]): boolean {
  const [stream, version] = placeOf(written);
  // That an activity was published is told by the sign-ups to it.
  if (stream.startsWith('activity-') && version === 1) return true;
  const before = Math.max(
    0,
    ...earlier.map((each) => placeOf(each.written)).flatMap(([of, at]) => (of === stream ? [at] : [])),
  );
  return events.map(placeOf).some(([of, at]) => of === stream && at > before && at <= version);
}

function placeOf(written: string): readonly [stream: string, version: number] {
  const [stream = '', version] = written.split('@');
  return [stream, Number(version)];
}

/** The same for the same seed and place: between 0 and 1. */
function random(place: number): number {
  let state = (SEED + place * 0x9e3779b9) >>> 0;
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return ((state ^ (state >>> 16)) >>> 0) / 2 ** 32;
}
