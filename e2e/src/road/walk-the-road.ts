import type { EnterpriseView, FirmCard, FormationView, RosterView, Stage, Written } from '@qucheng/contracts';
import { STEPS } from './steps.ts';
import type { OfficeClient } from './office-client.ts';

/** Who does what on the road: the cadre in the field, the secretary who decides. */
export interface Team {
  readonly cadre: OfficeClient;
  readonly secretary: OfficeClient;
}

/** Everything a step may look at before it decides whether there is anything left for it to do. */
export interface Standing {
  readonly enterpriseId: string;
  readonly firm: EnterpriseView;
  readonly formation: FormationView;
  readonly roster: RosterView;
}

/** A step of the main job. It does what is missing and nothing that is there, so a broken-off walk can be walked on. */
export interface Step {
  readonly name: string;
  readonly needed: (standing: Standing) => boolean;
  readonly take: (team: Team, standing: Standing) => Promise<readonly Written[]>;
}

export interface Progress {
  readonly onStep: (step: string, accepted: readonly Written[]) => void;
  readonly onStage: (stage: Stage, formation: FormationView) => void;
}

/** A firm of the cadre's communities on which something is left to do: one that has been begun, else the first by priority. */
export async function chooseFirm(cadre: OfficeClient): Promise<FirmCard> {
  const begun = await cadre.get<{ items: FirmCard[] }>('/api/enterprises?sort=-stage&limit=200');
  const { items } = await cadre.get<{ items: FirmCard[] }>(
    '/api/enterprises?sort=-priority&serviceTrade=true&limit=200',
  );
  const open = ({ stage }: FirmCard) => stage !== 'formed' && stage !== 'operating';
  const firm = begun.items.find((card) => open(card) && card.stage !== 'surveyed') ?? items.find(open);
  if (firm === undefined) throw new Error('the ledger holds no firm without a branch');
  return firm;
}

/** Walks one firm from its line in the ledger to its branch, or only some steps of it; returns how it stands then. */
export async function walkTheRoad(
  team: Team,
  enterpriseId: string,
  { onStep, onStage }: Progress,
  steps: readonly Step[] = STEPS,
): Promise<FormationView> {
  let shown: Stage | null = null;
  const look = async (): Promise<Standing> => {
    const standing = await standingOf(team, enterpriseId);
    const { stage } = standing.formation;
    if (stage !== null && stage !== shown) onStage((shown = stage), standing.formation);
    return standing;
  };
  for (const step of steps) {
    const standing = await look();
    if (!step.needed(standing)) continue;
    onStep(step.name, await step.take(team, standing));
    await until(async () => !step.needed(await look()), step.name);
  }
  return (await look()).formation;
}

async function standingOf({ secretary }: Team, enterpriseId: string): Promise<Standing> {
  const path = `/api/enterprises/${enterpriseId}`;
  const [firm, formation, roster] = await Promise.all([
    secretary.get<EnterpriseView>(path),
    secretary.get<FormationView>(`${path}/formation`),
    secretary.get<RosterView>(`${path}/youth`),
  ]);
  return { enterpriseId, firm, formation, roster };
}

/** Facts travel between services; a step has arrived when the road shows it. */
async function until(arrived: () => Promise<boolean>, what: string, patienceMs = 60_000): Promise<void> {
  const end = Date.now() + patienceMs;
  while (!(await arrived())) {
    if (Date.now() > end) throw new Error(`"${what}" was accepted but did not arrive on the road`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
