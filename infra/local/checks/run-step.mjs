// @ts-check
import { spawn } from 'node:child_process';
import { appendFileSync, closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../home.mjs';

/** @typedef {import('../home.mjs').Home} Home */
/** @typedef {import('./steps.mjs').Step} Step */

/**
 * @typedef {object} Outcome
 * @property {string} name
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {number} seconds
 * @property {string} log
 */

const LONGEST = 10 * 60_000;

/**
 * Runs one step to its end, whatever that is.
 * @param {Step} step
 * @param {Home} home
 * @param {NodeJS.ProcessEnv} env
 * @param {string | undefined} match only tests whose path contains it
 * @returns {Promise<Outcome>}
 */
export async function runStep(step, home, env, match) {
  const began = Date.now();
  const log = logOf(step, home);
  const report = join(home.run, `${step.name}-report.txt`);
  // Asked for by name, tests may be of another step; a whole step without tests has lost them.
  const asked = match ? ['--passWithNoTests', match] : [];
  const extra = step.jest ? ['--json', '--outputFile', report, ...asked] : [];
  let good = true;
  for (const command of step.commands) good = (await exitCode([...command, ...extra], log, env)) === 0 && good;
  const counts = step.jest ? jestCounts(report, good) : { passed: Number(good), failed: Number(!good), skipped: 0 };
  return { name: step.name, ...counts, seconds: Math.round((Date.now() - began) / 1000), log };
}

/**
 * A step that could not even begin: it counts, and its log says why.
 * @param {Step} step
 * @param {Home} home
 * @param {string} reason
 * @returns {Outcome}
 */
export function failedStep(step, home, reason) {
  const log = logOf(step, home);
  appendFileSync(log, `${reason}\n`);
  return { name: step.name, passed: 0, failed: 1, skipped: 0, seconds: 0, log };
}

/**
 * @param {Step} step
 * @param {Home} home
 */
function logOf(step, home) {
  return join(home.logs, `${step.name}.log`);
}

/**
 * @param {string[]} args
 * @param {string} log
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number | null>}
 */
async function exitCode(args, log, env) {
  const output = openSync(log, 'a');
  const child = spawn(process.execPath, args, {
    cwd: repository,
    env,
    stdio: ['ignore', output, output],
    timeout: LONGEST,
    killSignal: 'SIGKILL',
  });
  const end = () => void child.kill('SIGKILL');
  process.once('exit', end);
  try {
    return await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', resolve);
    });
  } finally {
    process.off('exit', end);
    closeSync(output);
  }
}

/**
 * @param {string} report
 * @param {boolean} good
 */
function jestCounts(report, good) {
  // Without a report jest itself broke down, or was ended for taking too long.
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  const failed = numFailedTests + numRuntimeErrorTestSuites;
  return {
    passed: numPassedTests,
    failed: failed === 0 && !good ? 1 : failed,
    skipped: numPendingTests + numTodoTests,
  };
}
