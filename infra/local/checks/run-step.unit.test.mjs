// @ts-check
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHome } from '../home.mjs';
import { runStep } from './run-step.mjs';
import { lanes } from './steps.mjs';

/** @type {import('../home.mjs').Home} */
let home;

beforeEach(() => {
  home = openHome(mkdtempSync(join(tmpdir(), 'qucheng-')));
});

afterEach(() => rmSync(home.path, { recursive: true, force: true }));

/** @param {string} project in which jest looks for tests */
function jestStep(project) {
  const step = lanes.flat().find(({ name }) => name === 'unit');
  if (step === undefined) throw new Error('there is no step unit');
  // As the step has it, but looking where no test is.
  return { ...step, commands: step.commands.map((command) => [...command, '--roots', project]) };
}

describe('a step of tests', () => {
  it('fails when it finds none', async () => {
    expect(await runStep(jestStep(home.path), home, process.env, undefined)).toMatchObject({ passed: 0, failed: 1 });
  }, 30_000);

  it('may find none when only some were asked for', async () => {
    const outcome = await runStep(jestStep(home.path), home, process.env, 'nothing-has-this-name');
    expect(outcome).toMatchObject({ passed: 0, failed: 0 });
  }, 30_000);
});
