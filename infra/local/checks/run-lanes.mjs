// @ts-check
import { readFileSync } from 'node:fs';
import { Refusal } from '../processes/one-supervisor.mjs';
import { failedStep, runStep } from './run-step.mjs';

/** @typedef {import('../home.mjs').Home} Home */
/** @typedef {import('./run-step.mjs').Outcome} Outcome */
/** @typedef {import('./steps.mjs').Step} Step */

/**
 * Runs the lanes beside each other and goes on after a failure, so that one run tells everything.
 * @param {Step[][]} lanes
 * @param {Home} home
 * @param {{ env: () => Promise<NodeJS.ProcessEnv>, match: string | undefined }} how env waits for the servers
 * @returns {Promise<Outcome[]>}
 */
export async function runLanes(lanes, home, { env, match }) {
  /** @type {Map<string, Promise<Outcome>>} */
  const running = new Map();

  /**
   * @param {Step} step
   * @param {Promise<unknown>} previous
   */
  async function run(step, previous) {
    await previous;
    await Promise.all((step.after ?? []).map((name) => running.get(name)));
    const outcome = await begin(step).catch((error) => failedStep(step, home, reasonOf(error)));
    tell(outcome);
    return outcome;
  }

  /** @param {Step} step */
  async function begin(step) {
    return runStep(step, home, step.servers ? await env() : process.env, match);
  }

  for (const lane of lanes) {
    let previous = Promise.resolve();
    for (const step of lane) {
      const outcome = run(step, previous);
      running.set(step.name, outcome);
      previous = outcome.then(() => undefined);
    }
  }
  return Promise.all(running.values());
}

/** @param {unknown} error */
function reasonOf(error) {
  if (error instanceof Refusal) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** @param {Outcome} outcome */
function tell({ name, passed, failed, skipped, seconds, log }) {
  const counts = [`${passed} passed`, `${failed} failed`, ...(skipped ? [`${skipped} skipped`] : [])].join(', ');
  console.log(`${failed ? '✘' : '✔'} ${name.padEnd(11)} ${counts} (${seconds} s)`);
  if (failed) console.log(`${readFileSync(log, 'utf8').trimEnd().split('\n').slice(-120).join('\n')}\n`);
}
