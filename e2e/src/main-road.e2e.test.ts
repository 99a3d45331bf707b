import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FollowUpItem, FunnelView, ImportView, Stage, Written } from '@qucheng/contracts';
import { importLedger } from './road/import-ledger.ts';
import type { OfficeClient } from './road/office-client.ts';
import { chooseFirm, walkTheRoad } from './road/walk-the-road.ts';
import { openStreet, type Street } from './street/open-street.ts';

const LEDGER = join(__dirname, '../../services/enterprise-registration/demo-data/ledger-jianghai-2026.xlsx');
const file = { name: 'ledger-jianghai-2026.xlsx', bytes: readFileSync(LEDGER) };

let street: Street;
let admin: OfficeClient;
let secretary: OfficeClient;
let cadre: OfficeClient;
let imported: ImportView;

beforeAll(async () => {
  street = await openStreet();
  [admin, secretary, cadre] = await Promise.all([
    street.enter('admin'),
    street.enter('streetSecretary'),
    street.enter('cadre'),
  ]);
  await street.settled();
  imported = await importLedger(admin, file, () => undefined);
  await street.settled();
}, 120_000);

afterAll(async () => {
  await street.close();
}, 60_000);

describe('the main job of a street', () => {
  it('brings the ledger in, with a reason for every row that comes back', () => {
    const { rows, new: added, changed, same, refused } = imported.counts;
    expect(added + changed + same + refused).toBe(rows);
    expect(added).toBeGreaterThan(500);
  });

  it('writes nothing when the same file comes again', async () => {
    const again = await importLedger(admin, file, () => undefined);
    expect(again.counts.new + again.counts.changed).toBe(0);
  });

  it('shows every firm of the ledger in the funnel', async () => {
    const funnel = await secretary.get<FunnelView>('/api/dashboards/funnel');
    expect(funnel.total).toBe(imported.counts.new);
  });

  it('carries a firm from its line in the ledger to a formed branch', async () => {
    const firm = await chooseFirm(cadre);
    const stages: Stage[] = [];
    const accepted: Written[] = [];
    const formation = await walkTheRoad({ cadre, secretary }, firm.enterpriseId, {
      onStage: (stage) => stages.push(stage),
      onStep: (_, written) => accepted.push(...written),
    });
    expect(formation).toMatchObject({ stage: 'formed', missing: [] });
    expect(stages[0]).toBe('surveyed');
    expect(stages.at(-1)).toBe('formed');

    await street.settled();
    const { items } = await secretary.get<{ items: { eventId: string; type: string }[] }>(
      `/api/enterprises/${firm.enterpriseId}/timeline?limit=200`,
    );
    expect(items.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['VisitLogged', 'EnterpriseCovered', 'BranchFormed']),
    );
    const funnel = await secretary.get<FunnelView>('/api/dashboards/funnel');
    expect(funnel.branches.formed).toBe(1);
    expect(funnel.figures.find(({ key }) => key === 'dueFoundedRate')).toMatchObject({ numerator: 1, denominator: 1 });

    const followUps = await cadre.get<{ items: FollowUpItem[] }>(`/api/follow-ups?enterpriseId=${firm.enterpriseId}`);
    expect(followUps.items.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['promise', 'thankAndVisit']));
  }, 60_000);
});
