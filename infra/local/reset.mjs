// @ts-check
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { openHome } from './home.mjs';
import { endProcess } from './processes/end-process.mjs';
import { endLeftOver, supervisorOf } from './processes/one-supervisor.mjs';
import { recordOf } from './processes/process-record.mjs';
import { secretsFile } from './street/secrets.mjs';
import { giveUp, note } from './run-supervised.mjs';

const STOPS_WITHIN = 45_000;

/** Stops everything of this home and wipes its data; what was downloaded stays. */
async function reset() {
  const home = openHome();
  if (!process.argv.includes('--yes') && !(await confirmed(home.data))) {
    console.log('Nothing was changed.');
    return;
  }
  const supervisor = supervisorOf(home);
  if (supervisor !== undefined) {
    note(`Stopping the running Qucheng (process ${supervisor}).`);
    await endProcess(recordOf(supervisor), STOPS_WITHIN);
  }
  await endLeftOver(home, note);
  rmSync(home.data, { recursive: true, force: true });
  rmSync(home.logs, { recursive: true, force: true });
  // They open nothing any more, and new data deserves new keys.
  rmSync(secretsFile(home), { force: true });
  note(`Wiped ${home.data}; the next start begins with an empty store.`);
}

/** @param {string} data */
async function confirmed(data) {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`Everything in ${data} will be lost. Type yes to go on: `);
  terminal.close();
  return answer.trim().toLowerCase() === 'yes';
}

await reset().catch(giveUp);
