// @ts-check
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repository } from '../home.mjs';
import { isAlive, recordOf } from './process-record.mjs';
import { until } from './until.mjs';

const RUN_SUPERVISED = JSON.stringify(join(repository, 'infra/local/run-supervised.mjs'));
const FETCH = JSON.stringify(join(repository, 'infra/local/servers/fetch.mjs'));
const HOME = JSON.stringify(join(repository, 'infra/local/home.mjs'));

/** @type {string} */
let home;
/** @type {import('node:child_process').ChildProcess[]} */
const children = [];

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'qucheng-'));
});

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(home, { recursive: true, force: true });
});

/**
 * @param {string} work what the supervised command does once it has begun
 * @param {NodeJS.Signals} signal that ends it
 * @param {() => boolean} [isReady] besides having begun
 * @returns {Promise<number | null>} its exit code
 */
async function codeOf(work, signal, isReady = () => true) {
  const program = `
    import { openHome } from ${HOME};
    import { runLogged } from ${FETCH};
    import { runSupervised } from ${RUN_SUPERVISED};
    await runSupervised(openHome(${JSON.stringify(home)}), async (supervisor) => {
      console.log('begun');
      ${work}
    });`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await until(() => output.includes('begun') && isReady());
  child.kill(signal);
  return ended;
}

const FOR_EVER = 'setInterval(() => undefined, 1000); await new Promise(() => undefined);';

describe('a supervised command that is asked to end', () => {
  it('has failed when it was still on its way to an end of its own', async () => {
    expect(await codeOf(FOR_EVER, 'SIGTERM')).toBe(143);
    expect(await codeOf(FOR_EVER, 'SIGINT')).toBe(130);
  });

  it('leaves no download behind', async () => {
    const log = join(home, 'logs/fetch.log');
    const download = `'console.log(process.pid); setInterval(() => undefined, 1000)'`;
    const fetching = `await runLogged(supervisor.home, 'fetch', process.execPath, ['-e', ${download}]);`;
    /** @type {import('./process-record.mjs').ProcessRecord | undefined} */
    let downloading;
    await codeOf(fetching, 'SIGTERM', () => {
      const pid = existsSync(log) ? Number(readFileSync(log, 'utf8')) : 0;
      if (pid > 0) downloading = recordOf(pid);
      return isAlive(downloading);
    });
    await until(() => !isAlive(downloading));
  });

  it('has done its work when it was up to stay up', async () => {
    expect(await codeOf('supervisor.stayUp();', 'SIGTERM')).toBe(0);
  });
});
