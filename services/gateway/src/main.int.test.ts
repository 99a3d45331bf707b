import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { testKeys } from '@qucheng/testing';

const MAIN = join(__dirname, '..', 'dist', 'main.js');
const SERVICE = join(__dirname, '..', 'dist', 'service.js');
const environment = {
  PATH: process.env['PATH'],
  PORT: '0',
  TOKEN_PUBLIC_KEY: testKeys.publicKey,
  INTERNAL_KEY: 'internal-key-of-the-tests',
  SERVICES: '{}',
};

interface Running {
  readonly child: ChildProcessByStdio<Writable, Readable, null>;
  readonly log: () => string;
}
const started: Running[] = [];

/** The built entry file in a process of its own, once it says that it is ready. */
async function startProcess(more: Record<string, string> = {}): Promise<Running> {
  const child = spawn(process.execPath, [MAIN], {
    env: { ...environment, ...more },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let log = '';
  const running = { child, log: () => log };
  started.push(running);
  child.stdout.on('data', (chunk) => (log += String(chunk)));
  while (!log.includes('"ready"')) await once(child.stdout, 'data');
  return running;
}

describe('a service process', () => {
  afterEach(() => {
    for (const { child } of started.splice(0)) child.kill('SIGKILL');
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('stops in order on %s and ends by it', async (signal) => {
    const { child, log } = await startProcess();
    child.kill(signal);
    expect(await once(child, 'close')).toEqual([null, signal]);
    expect(log()).toContain('"stopped"');
  });

  it('ends when its supervisor is gone', async () => {
    const { child } = await startProcess({ SUPERVISED: '1' });
    child.stdin.destroy();
    expect(await once(child, 'exit')).toEqual([null, 'SIGTERM']);
  });

  it('loads no database and no broker, which it never asks', () => {
    const list = `import(${JSON.stringify(SERVICE)}).then(() => console.log(Object.keys(require.cache).join('\\n')))`;
    const loaded = String(execFileSync(process.execPath, ['--eval', list]));
    expect(loaded).toContain('/undici/');
    expect(loaded).not.toMatch(/\/node_modules\/(?:mongoose|mongodb|kafkajs|express)\//);
  });

  it('does not start without what it needs to know, and says what that is', async () => {
    const child = spawn(process.execPath, [MAIN], {
      env: { PATH: process.env['PATH'], INTERNAL_KEY: 'a-secret-nobody-may-see' },
      stdio: 'pipe',
    });
    let complaint = '';
    child.stderr.on('data', (chunk) => (complaint += String(chunk)));
    expect(await once(child, 'exit')).toEqual([1, null]);
    expect(complaint).toMatch(/PORT[^]*TOKEN_PUBLIC_KEY/);
    expect(complaint).not.toContain('a-secret-nobody-may-see');
  });
});
