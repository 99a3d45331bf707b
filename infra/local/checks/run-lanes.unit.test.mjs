// @ts-check
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHome } from '../home.mjs';
import { Refusal } from '../processes/one-supervisor.mjs';
import { runLanes } from './run-lanes.mjs';

/** @type {import('../home.mjs').Home} */
let home;

beforeEach(() => {
  home = openHome(mkdtempSync(join(tmpdir(), 'qucheng-')));
  jest.spyOn(console, 'log').mockImplementation(() => undefined);
});

afterEach(() => {
  jest.restoreAllMocks();
  rmSync(home.path, { recursive: true, force: true });
});

const good = ['-e', '0'];
const bad = ['-e', 'process.exit(1)'];

describe('the lanes of a test run', () => {
  it('go on after a failure and count every step', async () => {
    const lanes = [
      [
        { name: 'types', commands: [bad] },
        { name: 'lint', commands: [good] },
      ],
    ];
    const outcomes = await runLanes(lanes, home, { env: async () => ({}), match: undefined });
    expect(outcomes).toMatchObject([
      { name: 'types', passed: 0, failed: 1 },
      { name: 'lint', passed: 1, failed: 0 },
    ]);
  });

  it('count a step as failed, with the reason in its log, when the servers it needs do not come up', async () => {
    const lanes = [
      [{ name: 'types', commands: [good] }],
      [
        { name: 'unit', commands: [good] },
        { name: 'int', commands: [good], servers: true },
        { name: 'e2e', commands: [good], servers: true, after: ['types'] },
      ],
    ];
    const env = () => Promise.reject(new Refusal('mvn is missing'));
    const outcomes = await runLanes(lanes, home, { env, match: undefined });
    expect(outcomes.map(({ name, passed, failed }) => [name, passed, failed])).toEqual([
      ['types', 1, 0],
      ['unit', 1, 0],
      ['int', 0, 1],
      ['e2e', 0, 1],
    ]);
    expect(readFileSync(join(home.logs, 'int.log'), 'utf8')).toBe('mvn is missing\n');
  });
});
