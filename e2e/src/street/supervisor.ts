import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freeRange } from './free-range.ts';

export const SERVICES = [
  ...['gateway', 'street-office', 'enterprise-registration', 'activity-coverage', 'branch-formation'],
  ...['follow-ups', 'dashboards'],
] as const;
export const SERVERS = ['kafka', 'mongo', 'valkey'] as const;

const REPOSITORY = join(__dirname, '../../..');
const STOPS_WITHIN = 45_000;
/** The ports of the services, of the servers, and of Kafka's controller. */
const PORTS = SERVICES.length + SERVERS.length + 1;

/** Where one street keeps its data, and the first of its ports. */
export interface Place {
  readonly home: string;
  readonly portsFrom: number;
}

export async function newPlace(): Promise<Place> {
  return { home: mkdtempSync(join(tmpdir(), 'qucheng-street-')), portsFrom: await freeRange(PORTS) };
}

export interface Supervisor {
  /** Everything it has printed. */
  output(): string;
  /** Whether every service is ready and the street is filled; throws when it has ended instead. */
  isUp(): boolean;
  /** Ends it as Ctrl-C does; it stops what it has started. */
  stop(): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

/** Starts a street as `npm start` does, with servers of its own, whatever the environment names. */
export function startSupervisor(
  { home, portsFrom }: Place,
  { args = [], environment = {} }: { args?: readonly string[]; environment?: Readonly<Record<string, string>> } = {},
): Supervisor {
  const { MONGO_URL: _mongo, KAFKA_BROKERS: _kafka, REDIS_URL: _redis, ...inherited } = process.env;
  const child = spawn(process.execPath, [join(REPOSITORY, 'infra/local/start.mjs'), ...args], {
    env: {
      ...inherited,
      QUCHENG_HOME: home,
      QUCHENG_FETCHED: inherited['QUCHENG_FETCHED'] ?? join(REPOSITORY, '.qucheng/fetched'),
      QUCHENG_PORTS_FROM: String(portsFrom),
      // As under npm start: it stops everything when the process that started it is gone.
      npm_lifecycle_event: 'start',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += String(chunk)));
  child.stderr.on('data', (chunk) => (output += String(chunk)));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    output: () => output,
    isUp: () => {
      if (child.exitCode !== null) throw new Error(`it ended with code ${child.exitCode}:\n${output}`);
      return output.includes('Ctrl-C stops everything');
    },
    stop: async () => {
      child.kill('SIGTERM');
      const force = setTimeout(() => child.kill('SIGKILL'), STOPS_WITHIN);
      await ended;
      clearTimeout(force);
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** A process a street has started; a process id alone may be given to somebody else after its end. */
export interface StartedProcess {
  readonly name: string;
  readonly pid: number;
  readonly started: string | undefined;
}

/** What a street runs at this moment. A record is away while a program is between its end and its new start. */
export function processesOf({ home }: Place): StartedProcess[] {
  const run = join(home, 'run');
  return (existsSync(run) ? readdirSync(run) : [])
    .filter((file) => file.endsWith('.json') && file !== 'supervisor.json')
    .flatMap((file) => {
      const pid = readPid(join(run, file));
      return pid === undefined ? [] : [{ name: file.replace('.json', ''), pid, started: startOf(pid) }];
    });
}

/** Those that still run; they are ended now. */
export function endLeftOver(processes: readonly StartedProcess[]): StartedProcess[] {
  const left = processes.filter(({ pid, started }) => started !== undefined && startOf(pid) === started);
  for (const { pid } of left) process.kill(-pid, 'SIGKILL');
  return left;
}

function readPid(file: string): number | undefined {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { pid: number }).pid; // written by the supervisor
  } catch {
    return undefined;
  }
}

/** When a process started, in clock ticks since the machine did; undefined when it has ended. */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' ? undefined : fields[18];
  } catch {
    return undefined;
  }
}
