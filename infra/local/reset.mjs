// @ts-check
import { existsSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { openHome } from './home.mjs';
import { endProcess } from './processes/end-process.mjs';
import { endLeftOver, Refusal, supervisorOf } from './processes/one-supervisor.mjs';
import { recordOf } from './processes/process-record.mjs';
import { readSecrets, secretsFile } from './street/secrets.mjs';
import { giveUp, note } from './run-supervised.mjs';

const STOPS_WITHIN = 45_000;

/** Stops everything of this home and wipes its data; what was downloaded stays. */
async function reset() {
  const home = openHome();
  refuseWithDataElsewhere(home);
  if (!process.argv.includes('--yes') && !(await confirmed(home))) {
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
  // They opened what was wiped and nothing else, and new data deserves new keys.
  rmSync(secretsFile(home), { force: true });
  note(`Wiped ${home.data}; the next start begins with an empty store.`);
}

/** @param {import('./home.mjs').Home} home */
function refuseWithDataElsewhere(home) {
  const { elsewhere = [] } = existsSync(secretsFile(home)) ? readSecrets(home) : {};
  if (elsewhere.length === 0) return;
  throw new Refusal(
    `This street has data in ${elsewhere.join(' and ')}, which a reset cannot wipe, and only the keys in ` +
      `${secretsFile(home)} open it. Remove that data there, then that file, and reset again.`,
  );
}

/** @param {import('./home.mjs').Home} home */
async function confirmed(home) {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  if (supervisorOf(home) !== undefined) console.log('Qucheng is running and will be stopped.');
  console.log(`Everything in ${home.data} and ${home.logs} will be lost, and every password with it.`);
  const answer = await terminal.question('Type yes to go on: ');
  terminal.close();
  return answer.trim().toLowerCase() === 'yes';
}

await reset().catch(giveUp);
