import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from '@qucheng/testing';
import { signIn, type OfficeClient } from '../road/office-client.ts';
import { endLeftOver, newPlace, processesOf, SERVICES, startSupervisor, type Place } from './supervisor.ts';

const STARTS_WITHIN = 150_000;

/** A street as `npm start` runs it, with servers, data and ports of its own: every part is a process that can be killed. */
export interface RunningStreet {
  /** Signs in the demo account of a role. */
  enter(role: string): Promise<OfficeClient>;
  /** Ends one process as a power cut would; resolves with its id. */
  kill(process: string): number;
  /** Resolves when a new process has taken the place of the killed one and every service is ready. */
  whole(killed: { readonly process: string; readonly pid: number }): Promise<void>;
  /** Stops everything, and fails when anything runs on; `keep` leaves data and logs for somebody to look at. */
  close(keep: boolean): Promise<void>;
}

interface How {
  /** Where an earlier start has been; else somewhere new. */
  readonly place?: Place;
  /** What follows `npm start`. */
  readonly args?: readonly string[];
  /** Besides this process's own. */
  readonly environment?: Readonly<Record<string, string>>;
}

export async function runStreet(how: How = {}): Promise<RunningStreet> {
  const place = how.place ?? (await newPlace());
  const { home, portsFrom } = place;
  const supervisor = startSupervisor(place, how);
  const pidOf = (name: string) => processesOf(place).find((process) => process.name === name)?.pid;
  const address = `http://127.0.0.1:${portsFrom}`;
  const isReady = (offset: number): Promise<boolean> =>
    fetch(`http://127.0.0.1:${portsFrom + offset}/health/ready`).then(
      ({ status }) => status === 200,
      () => false,
    );

  const close = async (keep: boolean): Promise<void> => {
    const processes = processesOf(place);
    await supervisor.stop();
    const left = endLeftOver(processes);
    if (keep || left.length > 0) process.stdout.write(`The street's data and logs are kept in ${home}\n`);
    else rmSync(home, { recursive: true, force: true });
    if (left.length > 0) throw new Error(`after its end there still ran ${left.map(({ name }) => name).join(', ')}`);
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
      return signIn(address, account, password);
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
          return (await Promise.all(SERVICES.map((_, offset) => isReady(offset)))).every(Boolean);
        },
        { withinMs: 60_000 },
      ),
    close,
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
