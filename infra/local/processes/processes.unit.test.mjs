// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHome } from '../home.mjs';
import { endProcess } from './end-process.mjs';
import { keepRunning } from './keep-running.mjs';
import { becomeSupervisor, endLeftOver, Refusal } from './one-supervisor.mjs';
import { isAlive, readRecord, recordOf, writeRecord } from './process-record.mjs';
import { until } from './until.mjs';

const FOREVER = ['-e', 'setInterval(() => undefined, 1000)'];
const quiet = () => undefined;

/** @type {import('../home.mjs').Home} */
let home;
/** @type {import('node:child_process').ChildProcess[]} */
const children = [];

beforeEach(() => {
  home = openHome(mkdtempSync(join(tmpdir(), 'qucheng-')));
});

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(home.path, { recursive: true, force: true });
});

async function startForeign() {
  const child = spawn(process.execPath, FOREVER, { detached: true, stdio: 'ignore' });
  children.push(child);
  await once(child, 'spawn');
  return /** @type {number} */ (child.pid);
}

describe('a process record', () => {
  it('knows the process it was made for', async () => {
    const record = recordOf(await startForeign());
    expect(isAlive(record)).toBe(true);
    await endProcess(record, 2_000);
    expect(isAlive(record)).toBe(false);
  });

  it('ends a process that was stopped in its terminal and leads no group of its own', async () => {
    const child = spawn(process.execPath, FOREVER, { stdio: 'ignore' });
    children.push(child);
    await once(child, 'spawn');
    child.kill('SIGSTOP');
    const record = recordOf(/** @type {number} */ (child.pid));
    await endProcess(record, 5_000);
    expect(isAlive(record)).toBe(false);
    expect(child.signalCode ?? (await once(child, 'exit'))[1]).toBe('SIGTERM');
  }, 10_000);

  it('forces a process that does not listen, even when it leads no group of its own', async () => {
    const deaf = [
      '-e',
      'process.on("SIGTERM", () => undefined); setInterval(() => undefined, 1000); console.log("deaf")',
    ];
    const child = spawn(process.execPath, deaf, { stdio: ['ignore', 'pipe', 'ignore'] });
    children.push(child);
    await once(child.stdout, 'data');
    const record = recordOf(/** @type {number} */ (child.pid));
    await endProcess(record, 100);
    expect(isAlive(record)).toBe(false);
  }, 10_000);

  it('does not take another process with the same id for its own', async () => {
    const pid = await startForeign();
    const recycled = { pid, started: 'another-boot:1' };
    await endProcess(recycled, 100);
    expect(isAlive(recycled)).toBe(false);
    expect(isAlive(recordOf(pid))).toBe(true);
  });
});

describe('a home', () => {
  it('refuses a second supervisor with one sentence that names the first', async () => {
    const giveBack = await becomeSupervisor(home, quiet);
    const second = becomeSupervisor(home, quiet);
    await expect(second).rejects.toThrow(Refusal);
    await expect(second).rejects.toThrow(`(process ${process.pid})`);
    giveBack();
    await expect(becomeSupervisor(home, quiet)).resolves.toBeInstanceOf(Function);
  });

  it('goes to the next supervisor when the last was killed', async () => {
    writeRecord(join(home.run, 'supervisor.json'), { pid: process.ppid, started: 'another-boot:1' });
    await expect(becomeSupervisor(home, quiet)).resolves.toBeInstanceOf(Function);
  });

  it('ends what a killed supervisor left running, and spares a recycled process id', async () => {
    const left = recordOf(await startForeign());
    const stranger = await startForeign();
    writeRecord(join(home.run, 'kafka.json'), left);
    writeRecord(join(home.run, 'valkey.json'), { pid: stranger, started: 'another-boot:1' });
    await endLeftOver(home, quiet);
    expect(isAlive(left)).toBe(false);
    expect(isAlive(recordOf(stranger))).toBe(true);
    expect(readRecord(join(home.run, 'kafka.json'))).toBeUndefined();
  });
});

describe('a kept program', () => {
  /** @param {string[]} args */
  const program = (args, ready = true) => ({
    name: 'program',
    command: process.execPath,
    args,
    ready: async () => ready,
  });

  it('is started again when it dies, and says so', async () => {
    /** @type {string[]} */
    const notes = [];
    const kept = keepRunning(program(FOREVER), home, (text) => notes.push(text));
    await kept.untilReady();
    const first = /** @type {number} */ (kept.pid());
    process.kill(first, 'SIGKILL');
    await until(() => kept.pid() !== undefined && kept.pid() !== first);
    expect(notes.join()).toContain('program ended (SIGKILL); starting it again');
    await kept.stop();
    expect(kept.pid()).toBeUndefined();
    expect(existsSync(join(home.run, 'program.json'))).toBe(false);
  });

  it('stays stopped once it was stopped', async () => {
    const kept = keepRunning(program(FOREVER), home, quiet);
    await kept.untilReady();
    const record = recordOf(/** @type {number} */ (kept.pid()));
    await kept.stop();
    expect(isAlive(record)).toBe(false);
  });

  it('shows the end of its log when it never comes up', async () => {
    const kept = keepRunning(program(['-e', 'console.log("no such settings"); process.exit(3)'], false), home, quiet);
    await expect(kept.untilReady()).rejects.toThrow('no such settings');
    await kept.stop();
  });
});
