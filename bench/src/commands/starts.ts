import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { over, type Figure } from '../figures.ts';
import type { Effort } from '../main.ts';
import { rssMbOf } from '../node-process.ts';

const repository = fileURLToPath(new URL('../../..', import.meta.url));
const READY_WITHIN_MS = 600_000;
/** Memory is read when start-up has settled. */
const SETTLE_MS = 5_000;

/**
 * Whole systems: the first start in a fresh clone with no cache of any kind, the starts after it, and what all own
 * processes hold in memory then. Skipped with a word when the address of the system is taken.
 */
export async function startFigures({ rounds }: Effort): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'qucheng-start-'));
  const clone = join(folder, 'clone');
  try {
    await ended(spawn('git', ['clone', '--quiet', repository, clone], { stdio: 'inherit' }));
    // A home of its own leaves npm, pnpm, Maven and pip without their caches.
    const start = (...flags: string[]) => startSystem(clone, join(folder, 'home'), flags);
    const cold = await start();
    await cold.stop();
    const warm = [];
    const apart = [];
    const together = [];
    for (let round = 0; round < Math.min(rounds, 3); round += 1) {
      const separate = await start();
      warm.push(separate.seconds);
      apart.push(await separate.idleRssMb());
      await separate.stop();
      const one = await start('--', '--together');
      together.push(await one.idleRssMb());
      await one.stop();
    }
    return [
      { key: 'coldStartSeconds', value: cold.seconds, unit: 's' },
      over('warmStartSeconds', 's', warm),
      over('idleRssMb', 'MB', apart),
      over('idleRssTogetherMb', 'MB', together),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface System {
  /** From the command to the first sign-in on the screen. */
  readonly seconds: number;
  /** Resident memory of our own processes, MB: services, without the supervisor and the fetched servers. */
  idleRssMb(): Promise<number>;
  stop(): Promise<void>;
}

async function startSystem(clone: string, home: string, flags: readonly string[]): Promise<System> {
  const from = performance.now();
  const { QUCHENG_HOME: _, ...environment } = process.env;
  const servers = ['MONGO_URL', 'KAFKA_BROKERS', 'REDIS_URL', 'KAFKA_PREFIX'];
  const env = Object.fromEntries(
    Object.entries(environment).filter(([key]) => !servers.includes(key) && !key.startsWith('npm_')),
  );
  const child = spawn('npm', ['start', ...flags], {
    ...{ cwd: clone, env: { ...env, HOME: home }, detached: true, stdio: ['ignore', 'pipe', 'inherit'] },
  });
  await ready(child);
  const seconds = (performance.now() - from) / 1000;
  return {
    seconds,
    idleRssMb: async () => {
      await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
      return servicesOf(clone).reduce((sum, pid) => sum + rssMbOf(pid), 0);
    },
    stop: async () => {
      const over = once(child, 'exit');
      process.kill(-(child.pid ?? 0), 'SIGINT');
      await over;
    },
  };
}

/** `npm start` ends its first screen with the first sign-in. */
async function ready(child: ChildProcess): Promise<void> {
  let screen = '';
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => {
      reject(new Error(`the system did not start:\n${screen.slice(-2000)}`));
    }, READY_WITHIN_MS);
    child.stdout?.on('data', (chunk: Buffer) => {
      screen += chunk.toString('utf8');
      if (!/^\s*Sign in/im.test(screen)) return;
      clearTimeout(late);
      resolve();
    });
    child.once('exit', () => {
      reject(new Error(`the system ended:\n${screen.slice(-2000)}`));
    });
  });
}

/** Processes that run one of our services, or all of them together, out of this folder. */
function servicesOf(clone: string): number[] {
  const ours = [
    new RegExp(`${clone}/services/[a-z-]+/dist/main\\.js`),
    new RegExp(`${clone}/infra/local/together\\.mjs`),
  ];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => ours.some((pattern) => pattern.test(commandOf(pid))));
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return ''; // it has ended meanwhile
  }
}

async function ended(child: ChildProcess): Promise<void> {
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`git clone ended with ${String(code)}`);
}
