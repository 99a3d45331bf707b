import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { testKeys } from '@qucheng/testing';

const MAIN = join(__dirname, '..', 'dist', 'main.js');
const environment = {
  PATH: process.env['PATH'],
  PORT: '0',
  TOKEN_PUBLIC_KEY: testKeys.publicKey,
  INTERNAL_KEY: 'internal-key-of-the-tests',
  SERVICES: '{}',
};

const started: ChildProcess[] = [];

/** The built entry file in a process of its own, once it says that it is ready. */
async function startProcess(more: Record<string, string> = {}): Promise<ChildProcess> {
  const child = spawn(process.execPath, [MAIN], {
    env: { ...environment, ...more },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  started.push(child);
  for await (const chunk of child.stdout) if (String(chunk).includes('"ready"')) return child;
  throw new Error('it ended before it was ready');
}

describe('a service process', () => {
  afterEach(() => {
    for (const child of started.splice(0)) child.kill('SIGKILL');
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('stops in order on %s', async (signal) => {
    const child = await startProcess();
    child.kill(signal);
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('ends when its supervisor is gone', async () => {
    const child = await startProcess({ SUPERVISED: '1' });
    child.stdin?.destroy();
    expect(await once(child, 'exit')).toEqual([0, null]);
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
