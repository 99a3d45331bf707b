import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rssMbOf } from './node-process.ts';

export const repository = fileURLToPath(new URL('../..', import.meta.url));

const READY_WITHIN_MS = 600_000;
const STOPS_WITHIN_MS = 60_000;
/** Memory is read when start-up has settled: V8 gives back what it no longer needs only after some seconds of rest. */
const SETTLE_MS = 30_000;
/** Of the services, the servers, and Kafka's controller. */
const PORTS = 11;
/** Not ours, so not counted as our memory. */
const SERVERS = ['kafka', 'mongo', 'valkey'];
/** One of our own services has no process in a system that is broken. */
const FEWEST = { apart: 7, together: 1 };

/** A place for a whole system: a clone, a home and ports of its own, and caches that are empty at first. */
export interface Bed {
  readonly clone: string;
  readonly home: string;
  readonly environment: NodeJS.ProcessEnv;
  /** Ends whatever still runs here. */
  reset(): Promise<void>;
}

export async function emptyBed(folder: string): Promise<Bed> {
  const path = join(repository, 'infra/local/servers/free-ports.mjs');
  const { freePorts } = (await import(path)) as { freePorts(count: number): Promise<number> }; // the supervisor's own
  const [clone, home] = [join(folder, 'clone'), join(folder, 'home')];
  const environment = { ...withoutOurs(process.env), ...emptyCaches(join(folder, 'caches')) };
  const bed = { ...environment, QUCHENG_HOME: home, QUCHENG_PORTS_FROM: String(await freePorts(PORTS)) };
  return {
    clone,
    home,
    environment: bed,
    reset: async () => {
      if (!existsSync(join(home, 'run'))) return;
      const resetting = spawn(process.execPath, ['infra/local/reset.mjs', '--yes'], { cwd: clone, env: bed });
      await once(resetting, 'exit');
    },
  };
}

/** The settings of the machine, such as a mirror of a registry, stay; what tells of our own run goes. */
function withoutOurs(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const ours =
    /^(MONGO_URL|KAFKA_BROKERS|REDIS_URL|KAFKA_PREFIX|QUCHENG_.*|BENCH_.*|npm_(?!config_).*|npm_config_.*prefix)$/;
  return Object.fromEntries(Object.entries(environment).filter(([key]) => !ours.test(key)));
}

/** Java takes its user's home from the system and not from HOME, so each tool is told of its cache by itself. */
function emptyCaches(folder: string): NodeJS.ProcessEnv {
  return {
    npm_config_cache: join(folder, 'npm'),
    PIP_CACHE_DIR: join(folder, 'pip'),
    MAVEN_OPTS: [process.env['MAVEN_OPTS'], `-Dmaven.repo.local=${join(folder, 'maven')}`].join(' ').trim(),
    // Here pnpm keeps its store.
    XDG_DATA_HOME: join(folder, 'data'),
    XDG_CACHE_HOME: join(folder, 'cache'),
    XDG_STATE_HOME: join(folder, 'state'),
  };
}

export interface System {
  /** From the command to the first sign-in on the screen. */
  readonly seconds: number;
  /** Resident memory of our own processes, MB: supervisor and services, without the fetched servers. */
  idleRssMb(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts a system as `npm start` does. It stops by itself when this process is gone. */
export async function startSystem({ clone, home, environment }: Bed, flags: readonly string[] = []): Promise<System> {
  const from = performance.now();
  const child = spawn(process.execPath, ['infra/local/start.mjs', ...flags], {
    cwd: clone,
    env: { ...environment, npm_lifecycle_event: 'start' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = () => ended(child);
  try {
    await ready(child);
  } catch (error) {
    await stop();
    throw error;
  }
  const seconds = (performance.now() - from) / 1000;
  return {
    seconds,
    idleRssMb: async () => {
      await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
      const services = servicesOf(home);
      const fewest = flags.length > 0 ? FEWEST.together : FEWEST.apart;
      if (services.length < fewest) throw new Error(`only ${String(services.length)} services are running`);
      return [child.pid ?? 0, ...services].reduce((sum, pid) => sum + rssMbOf(pid), 0);
    },
    stop,
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
      clearTimeout(late);
      reject(new Error(`the system ended:\n${screen.slice(-2000)}`));
    });
  });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const over = once(child, 'exit');
  child.kill('SIGINT');
  const force = setTimeout(() => child.kill('SIGKILL'), STOPS_WITHIN_MS);
  await over;
  clearTimeout(force);
}

/** The supervisor keeps a record of each process it runs. */
function servicesOf(home: string): number[] {
  const run = join(home, 'run');
  return readdirSync(run)
    .filter((file) => file.endsWith('.json') && ![...SERVERS, 'supervisor'].includes(file.slice(0, -'.json'.length)))
    .map((file) => (JSON.parse(readFileSync(join(run, file), 'utf8')) as { pid: number }).pid); // the supervisor's own
}
