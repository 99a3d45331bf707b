import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

/** A service measured from outside, in a process of its own. */
export interface NodeProcess {
  readonly url: string;
  readonly pid: number;
  /** CPU used so far, µs. */
  cpuUs(): number;
  stop(): Promise<void>;
}

/** Clock ticks of /proc are hundredths of a second on every Linux we run on. */
const TICK_US = 10_000;

/** A service gets the same memory here as from `npm start`. */
async function smallMemory(): Promise<Record<string, string>> {
  const path = fileURLToPath(new URL('../../infra/local/street/small-memory.mjs', import.meta.url));
  return ((await import(path)) as { smallMemory(): Record<string, string> }).smallMemory(); // the supervisor's own
}

/** Starts a compiled file on a free port and waits until it says it is ready: a JSON line with `msg: ready` and its `url`. */
export async function startNode(file: string, env: Readonly<Record<string, string>>): Promise<NodeProcess> {
  const child = spawn(process.execPath, [file], {
    env: {
      ...process.env,
      PORT: '0',
      HOST: '127.0.0.1',
      LOG_LEVEL: 'info',
      NODE_ENV: 'production',
      SUPERVISED: '1',
      ...(await smallMemory()),
      ...env,
    },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const url = await readyUrl(child.stdout, file);
  child.stdout.resume();
  const { pid = 0 } = child;
  return {
    url,
    pid,
    cpuUs: () => cpuOf(pid),
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function readyUrl(stdout: Readable, file: string): Promise<string> {
  const lines = createInterface({ input: stdout });
  for await (const line of lines) {
    const entry = line.startsWith('{') ? (JSON.parse(line) as { msg?: string; url?: string }) : {}; // pino's line
    if (entry.msg === 'ready' && entry.url !== undefined) return entry.url;
  }
  throw new Error(`${file} ended before it was ready`);
}

function cpuOf(pid: number): number {
  const fields =
    readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
      .split(') ')[1]
      ?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * TICK_US;
}

/** Resident memory, MB. */
export function rssMbOf(pid: number): number {
  const kb = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1];
  return Number(kb) / 1024;
}
