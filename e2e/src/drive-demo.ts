import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { FunnelView, ImportView, Written } from '@qucheng/contracts';
import { z } from 'zod';
import { printFunnel, STAGE_NAMES, STEP_NAMES } from './demo-text.ts';
import { importLedger } from './road/import-ledger.ts';
import { signIn, type OfficeClient } from './road/office-client.ts';
import { chooseFirm, walkTheRoad } from './road/walk-the-road.ts';

/** What the launcher tells: where the office is, who may sign in, which ledger to bring. */
const Environment = z.object({
  QUCHENG_URL: z.url(),
  QUCHENG_LEDGER: z.string(),
  QUCHENG_ACCOUNTS: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(z.array(z.object({ account: z.string(), password: z.string(), role: z.string() }))),
});

const say = (text: string) => process.stdout.write(`${text}\n`);

/** Drives the main job on a running system, from the ledger file to a formed branch; false when none was formed. */
async function driveDemo(environment: z.infer<typeof Environment>): Promise<boolean> {
  const { QUCHENG_URL: url, QUCHENG_ACCOUNTS: accounts, QUCHENG_LEDGER: ledger } = environment;
  const enter = (role: string): Promise<OfficeClient> => {
    const found = accounts.find((each) => each.role === role);
    if (found === undefined) throw new Error(`the demo street has no ${role}`);
    return signIn(url, found.account, found.password);
  };
  const [admin, secretary, cadre] = await Promise.all([enter('admin'), enter('streetSecretary'), enter('cadre')]);

  say('\n一、台账导入');
  const file = { name: basename(ledger), bytes: readFileSync(ledger) };
  const committed = await importLedger(admin, file, (preview) => {
    say(`    ${preview.file} · ${countsOf(preview)}`);
  });
  say(`    已入库 · ${countsOf(committed)}`);

  const firm = await chooseFirm(cadre);
  say(`\n二、从走访到建团：${firm.name}`);
  const accepted: Written[] = [];
  const formation = await walkTheRoad({ cadre, secretary }, firm.enterpriseId, {
    onStep: (step, written) => {
      accepted.push(...written);
      say(`    ${STEP_NAMES[step] ?? step}${written.length > 1 ? ` × ${String(written.length)}` : ''}`);
    },
    onStage: (stage, { missing }) => {
      say(`  ● ${STAGE_NAMES[stage]}${missing.length > 0 ? `（还差 ${String(missing.length)} 项）` : ''}`);
    },
  });

  say('\n三、进度');
  const minVersion = accepted
    .map(({ written }) => written)
    .slice(-3)
    .join(',');
  say(
    printFunnel(await secretary.get<FunnelView>(`/api/dashboards/funnel?minVersion=${encodeURIComponent(minVersion)}`)),
  );
  const formed = formation.stage === 'formed' || formation.stage === 'operating';
  say(
    formed
      ? `\n水到渠成：${formation.fullName ?? firm.name} 已建立。\n`
      : `\n没有建成：停在 ${formation.stage ?? '未摸排'}。\n`,
  );
  return formed;
}

function countsOf({ counts }: ImportView): string {
  const { rows, changed, same, refused } = counts;
  return `${String(rows)} 行：新增 ${String(counts.new)}，更新 ${String(changed)}，相同 ${String(same)}，退回 ${String(refused)}`;
}

/** A failed fetch tells what happened only in its cause. */
function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}

process.exitCode = await driveDemo(Environment.parse(process.env)).then(
  (formed) => (formed ? 0 : 1),
  (error: unknown) => {
    process.stderr.write(`\n演示中断 The demo stopped: ${sentenceOf(error)}\n`);
    return 1;
  },
);
