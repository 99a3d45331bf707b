// @ts-check
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { browser, BROWSER_HINT } from './checks/browser.mjs';
import { runLanes } from './checks/run-lanes.mjs';
import { selectSteps } from './checks/select-steps.mjs';
import { openHome, openHomeInside } from './home.mjs';
import { endLeftOver, supervisorOf } from './processes/one-supervisor.mjs';
import { giveUp, note, runSupervised } from './run-supervised.mjs';
import { startServers } from './servers/start-servers.mjs';
import { installWorkspace } from './workspace/prepare.mjs';

/** @typedef {import('./home.mjs').Home} Home */
/** @typedef {import('./checks/run-step.mjs').Outcome} Outcome */

const main = openHome();
const { lanes, match } = await Promise.resolve(process.argv.slice(2)).then(selectSteps).catch(giveUp);
await sweepOldRuns(main);

await runSupervised(openHomeInside(main, `tests/${Date.now()}-${process.pid}`), async (supervisor) => {
  await installWorkspace(note);
  const { home } = supervisor;
  const wantServers = lanes.flat().some((step) => step.servers);
  const started = wantServers ? startServers(supervisor, 'free') : undefined;
  // Whoever needs the servers waits for them and meets their failure; nobody else does.
  started?.catch(() => undefined);
  // What was downloaded serves the homes that tests open for themselves as well.
  const own = { QUCHENG_FETCHED: home.fetched, ...browserVariable() };
  const env = async () => ({ ...process.env, ...(await started)?.env, ...own });
  const outcomes = await runLanes(lanes, home, { env, match });
  await supervisor.stopAll();
  rmSync(home.data, { recursive: true, force: true });
  summarize(outcomes);
});

function browserVariable() {
  const path = browser();
  return path ? { CHROMIUM_PATH: path } : {};
}

/** @param {Outcome[]} outcomes */
function summarize(outcomes) {
  /** @param {'passed' | 'failed' | 'skipped'} what */
  const sum = (what) => outcomes.reduce((total, outcome) => total + outcome[what], 0);
  console.log('');
  for (const { name, passed, failed, skipped, seconds, log } of outcomes) {
    const counts = `${String(passed).padStart(5)} passed ${String(failed).padStart(3)} failed ${String(skipped).padStart(3)} skipped`;
    console.log(`${name.padEnd(11)} ${counts} ${String(seconds).padStart(4)} s  ${failed ? log : ''}`.trimEnd());
  }
  if (!browser()) console.log(BROWSER_HINT);
  console.log(
    `\n${sum('passed')} passed, ${sum('failed')} failed${sum('skipped') ? `, ${sum('skipped')} skipped` : ''}`,
  );
  process.exit(sum('failed') ? 1 : 0);
}

/**
 * Ends and removes what earlier test runs left, except runs that are still going on.
 * @param {Home} home
 */
async function sweepOldRuns(home) {
  const folder = join(home.path, 'tests');
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const run = openHomeInside(home, `tests/${name}`);
    if (supervisorOf(run) !== undefined) continue;
    await endLeftOver(run, note);
    rmSync(run.path, { recursive: true, force: true });
  }
}
