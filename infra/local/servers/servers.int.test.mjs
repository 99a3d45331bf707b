// @ts-check
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHome, openHomeInside, repository } from '../home.mjs';
import { endLeftOver } from '../processes/one-supervisor.mjs';
import { isAlive, readRecord } from '../processes/process-record.mjs';
import { until } from '../processes/until.mjs';

const NAMES = ['kafka', 'mongo', 'valkey'];

/** @type {import('../home.mjs').Home} */
let home;
beforeAll(() => {
  home = openHomeInside(openHome(mkdtempSync(join(tmpdir(), 'qucheng-'))), 'street');
});
afterAll(async () => {
  await endLeftOver(home, () => undefined);
  rmSync(join(home.path, '..'), { recursive: true, force: true });
});

function startSupervisor() {
  // What was downloaded for the repository serves here as well.
  const env = {
    ...process.env,
    QUCHENG_HOME: home.path,
    QUCHENG_FETCHED: openHome().fetched,
  };
  const child = spawn(process.execPath, [join(repository, 'infra/local/servers/hold-servers.mjs')], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  /** @type {Promise<number | null>} */
  const ended = new Promise((resolve) => child.once('exit', resolve));
  return {
    child,
    ended,
    up: () => until(() => output.includes('all up') || child.exitCode !== null),
    output: () => output,
  };
}

const records = () => NAMES.map((name) => readRecord(join(home.run, `${name}.json`)));

describe('the supervisor of real servers', () => {
  it('leaves exactly one of each after a kill -9 and a new start, and nothing after an end in order', async () => {
    const killed = startSupervisor();
    await killed.up();
    const before = records();
    expect(before.map(isAlive)).toEqual([true, true, true]);
    killed.child.kill('SIGKILL');
    await killed.ended;

    const next = startSupervisor();
    await next.up();
    expect(before.map(isAlive)).toEqual([false, false, false]);
    const now = records();
    expect(now.map(isAlive)).toEqual([true, true, true]);
    expect(next.output()).toContain('left over from a run that was killed');

    // Ctrl-C under npm arrives twice.
    next.child.kill('SIGINT');
    next.child.kill('SIGINT');
    expect(await next.ended).toBe(0);
    expect(now.map(isAlive)).toEqual([false, false, false]);
    expect(readdirSync(home.run).filter((name) => name.endsWith('.json'))).toEqual([]);
  }, 120_000);
});
