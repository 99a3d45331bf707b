// @ts-check
import { join } from 'node:path';
import { openHome, repository } from './home.mjs';
import { runHere } from './processes/run-here.mjs';
import { giveUp, note } from './run-supervised.mjs';
import { LEDGER } from './street/demo-street.mjs';
import { readSecrets } from './street/secrets.mjs';
import { addressOf } from './street/services.mjs';
import { buildWorkspace, installWorkspace } from './workspace/prepare.mjs';

/** Drives the running street through its main job: npm run demo. */
async function demo() {
  await installWorkspace(note);
  await buildWorkspace(note, ['e2e']);
  const { accounts = [] } = readSecrets(openHome());
  const office = process.env.QUCHENG_URL ?? addressOf('gateway');
  if (!(await answers(office))) note(`Nothing answers at ${office}; waiting two minutes for npm start.`);
  const env = {
    ...process.env,
    QUCHENG_URL: office,
    QUCHENG_ACCOUNTS: process.env.QUCHENG_ACCOUNTS ?? JSON.stringify(accounts),
    QUCHENG_LEDGER: process.env.QUCHENG_LEDGER ?? LEDGER,
  };
  await runHere(process.execPath, [join(repository, 'e2e/dist/drive-demo.js'), ...process.argv.slice(2)], { env });
}

/** @param {string} office */
function answers(office) {
  return fetch(`${office}/health/live`).then(
    ({ ok }) => ok,
    () => false,
  );
}

await demo().catch(giveUp);
