import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '@qucheng/testing';
import { signIn, type OfficeClient } from '../road/office-client.ts';
import { freeRange } from './free-range.ts';

export const SERVICES = [
  ...['gateway', 'street-office', 'enterprise-registration', 'activity-coverage', 'branch-formation'],
  ...['follow-ups', 'dashboards'],
] as const;
export const SERVERS = ['kafka', 'mongo', 'valkey'] as const;

const REPOSITORY = join(__dirname, '../../..');
const STARTS_WITHIN = 150_000;
const STOPS_WITHIN = 45_000;
/** The ports of the services, of the servers, and of Kafka's controller. */
const PORTS = SERVICES.length + SERVERS.length + 1;

/** A street as `npm start` runs it, with servers, data and ports of its own: every part is a process that can be killed. */
export interface RunningStreet {
  /** Signs in the demo account of a role. */
  enter(role: string): Promise<OfficeClient>;
  /** Ends one process as a power cut would; resolves with its id. */
  kill(process: string): number;
  /** Resolves when a new process has taken the place of the killed one and every service is ready. */
  whole(killed: { readonly process: string; readonly pid: number }): Promise<void>;
  /** Stops everything; `keep` leaves data and logs for somebody to look at. */
  close(keep: boolean): Promise<void>;
}

export async function runStreet(): Promise<RunningStreet> {
  const home = mkdtempSync(join(tmpdir(), 'qucheng-street-'));
  const portsFrom = await freeRange(PORTS);
  const supervisor = startSupervisor(home, portsFrom);
  const pidOf = (name: string): number | undefined => readPid(join(home, 'run', `${name}.json`));
  const isReady = (place: number): Promise<boolean> =>
    fetch(`http://127.0.0.1:${portsFrom + place}/health/ready`).then(
      ({ status }) => status === 200,
      () => false,
    );

  const close = async (keep: boolean): Promise<void> => {
    const pids = [...SERVICES, ...SERVERS].map(pidOf);
    await supervisor.stop();
    for (const pid of pids) if (pid !== undefined) killGroup(pid);
    if (keep) process.stdout.write(`The street's data and logs are kept in ${home}\n`);
    else rmSync(home, { recursive: true, force: true });
  };
  try {
    await eventually('the street is up', () => supervisor.isUp(), { withinMs: STARTS_WITHIN });
  } catch (error) {
    await close(true);
    throw new Error(`the street did not start:\n${supervisor.output()}`, { cause: error });
  }
  return {
    enter: (role) => {
      const { account, password } = accountOf(home, role);
      return signIn(`http://127.0.0.1:${portsFrom}`, account, password);
    },
    kill: (name) => {
      const pid = pidOf(name);
      if (pid === undefined) throw new Error(`${name} does not run`);
      process.kill(pid, 'SIGKILL');
      return pid;
    },
    whole: ({ process: name, pid }) =>
      eventually(
        `${name} runs again and every service is ready`,
        async () => {
          const now = pidOf(name);
          if (now === undefined || now === pid) return false;
          return (await Promise.all(SERVICES.map((_, place) => isReady(place)))).every(Boolean);
        },
        { withinMs: 60_000 },
      ),
    close,
  };
}

function startSupervisor(home: string, portsFrom: number) {
  const { MONGO_URL: _mongo, KAFKA_BROKERS: _kafka, REDIS_URL: _redis, ...inherited } = process.env;
  const child = spawn(process.execPath, [join(REPOSITORY, 'infra/local/start.mjs')], {
    env: {
      ...inherited,
      QUCHENG_HOME: home,
      QUCHENG_FETCHED: inherited['QUCHENG_FETCHED'] ?? join(REPOSITORY, '.qucheng/fetched'),
      QUCHENG_PORTS_FROM: String(portsFrom),
      // As under npm start: it stops everything when the process that started it is gone.
      npm_lifecycle_event: 'start',
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
      if (child.exitCode !== null) throw new Error(`it ended with code ${child.exitCode}`);
      return output.includes('Ctrl-C stops everything');
    },
    stop: async () => {
      child.kill('SIGTERM');
      const force = setTimeout(() => child.kill('SIGKILL'), STOPS_WITHIN);
      await ended;
      clearTimeout(force);
    },
  };
}

function accountOf(home: string, role: string): { readonly account: string; readonly password: string } {
  const { accounts } = JSON.parse(readFileSync(join(home, 'secrets.json'), 'utf8')) as {
    accounts?: { account: string; password: string; role: string }[]; // written by the supervisor
  };
  const found = accounts?.find((each) => each.role === role);
  if (found === undefined) throw new Error(`the demo street has no ${role}`);
  return found;
}

/** A record is away while a program is between its end and its new start. */
function readPid(file: string): number | undefined {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { pid: number }).pid; // written by the supervisor
  } catch {
    return undefined;
  }
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It ended with its supervisor, as it should.
  }
}
