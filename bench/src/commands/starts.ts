import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { over, type Figure } from '../figures.ts';
import type { Effort } from '../main.ts';
import { emptyBed, repository, startSystem, type Bed } from '../system.ts';

/** Whole systems take minutes, and they vary less than a second of commands. */
const MOST_ROUNDS = 3;

/**
 * Whole systems, in turn: the first start in a fresh clone without any cache, the next start of the same, and all services
 * in one process. What all own processes hold in memory is read when they have nothing to do.
 */
export async function startFigures({ rounds }: Effort): Promise<Figure[]> {
  const measured: Round[] = [];
  for (let round = 0; round < Math.min(rounds, MOST_ROUNDS); round += 1) measured.push(await inFreshClone(startInTurn));
  const figure = (key: keyof Round, unit: string) =>
    over(
      key,
      unit,
      measured.map((each) => each[key]),
    );
  return [
    figure('coldStartSeconds', 's'),
    figure('warmStartSeconds', 's'),
    figure('idleRssMb', 'MB'),
    figure('idleRssTogetherMb', 'MB'),
  ];
}

interface Round {
  readonly coldStartSeconds: number;
  readonly warmStartSeconds: number;
  readonly idleRssMb: number;
  readonly idleRssTogetherMb: number;
}

async function startInTurn(bed: Bed): Promise<Round> {
  const cold = await startSystem(bed);
  await cold.stop();
  const warm = await startSystem(bed);
  const idleRssMb = await warm.idleRssMb();
  await warm.stop();
  const together = await startSystem(bed, ['--together']);
  const idleRssTogetherMb = await together.idleRssMb();
  await together.stop();
  return { coldStartSeconds: cold.seconds, warmStartSeconds: warm.seconds, idleRssMb, idleRssTogetherMb };
}

/** Nothing of it stays: no process and no file, however the measurement ends. */
async function inFreshClone<Result>(measure: (bed: Bed) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'qucheng-start-'));
  const bed = await emptyBed(folder);
  const clearUp = async () => {
    await bed.reset();
    // What has just been ended may still write its last file.
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  const onSignal = (): void => void clearUp().finally(() => process.exit(130));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, onSignal);
  try {
    const cloning = spawn('git', ['clone', '--quiet', repository, bed.clone], { stdio: 'inherit' });
    const [code] = (await once(cloning, 'exit')) as [number | null]; // what a process ends with
    if (code !== 0) throw new Error(`git clone ended with ${String(code)}`);
    return await measure(bed);
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, onSignal);
    await clearUp();
  }
}
