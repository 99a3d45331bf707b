// @ts-check
import { openHome } from './home.mjs';
import { Refusal } from './processes/one-supervisor.mjs';
import { runSupervised } from './run-supervised.mjs';
import { missing, tools } from './servers/tools.mjs';
import { startServers } from './servers/start-servers.mjs';
import { importDemoLedger, openDemoStreet } from './street/demo-street.mjs';
import { readSecrets, writeSecrets } from './street/secrets.mjs';
import { addressOf } from './street/services.mjs';
import { startServices } from './street/start-services.mjs';
import { table } from './table.mjs';
import { buildWeb, buildWorkspace, installWorkspace } from './workspace/prepare.mjs';

/** @typedef {import('./street/secrets.mjs').Secrets} Secrets */
/** @typedef {import('./processes/supervisor.mjs').Supervisor} Supervisor */

/** The whole of Qucheng on one bare machine. */
await runSupervised(openHome(), async (supervisor) => {
  const { home, note } = supervisor;
  const began = Date.now();
  if (!tools.node.found()) throw new Refusal(missing(tools.node));
  const secrets = readSecrets(home);
  const [servers] = await Promise.all([startServers(supervisor, 'agreed'), prepare(note)]);
  const together = process.argv.includes('--together');
  const services = await startServices(supervisor, servers.env, secrets, { together });
  await fillEmptyStreet(supervisor);
  console.log(`\n${table([...servers.rows, ...services])}\n`);
  console.log(`Up after ${Math.round((Date.now() - began) / 1000)} s. Ctrl-C stops everything.\n`);
  console.log(firstSignIn(readSecrets(home)));
  supervisor.stayUp();
});

/** @param {(text: string) => void} note */
async function prepare(note) {
  await installWorkspace(note);
  await buildWorkspace(note);
  await buildWeb(note);
}

/**
 * A street without demo firms is still a street, so a failure here is told and not fatal; the next start tries again.
 * @param {Supervisor} supervisor
 */
async function fillEmptyStreet({ home, note }) {
  try {
    const opened = await openDemoStreet(readSecrets(home));
    if (opened) {
      note('Opened the demo street 江海街道.');
      writeSecrets(home, { ...readSecrets(home), accounts: opened, ledgerPending: true });
    }
    const { ledgerPending, accounts = [] } = readSecrets(home);
    const admin = accounts.find(({ role }) => role === 'admin');
    if (!ledgerPending || !admin) return;
    await importDemoLedger(admin, note);
    writeSecrets(home, { ...readSecrets(home), ledgerPending: false });
  } catch (error) {
    note(`The demo street could not be filled: ${error instanceof Error ? error.message : error}`);
  }
}

/** @param {Secrets} secrets */
function firstSignIn({ accounts = [], FIRST_ADMIN_PASSWORD }) {
  const known = accounts.length > 0 ? accounts : [{ account: 'admin', password: FIRST_ADMIN_PASSWORD, role: 'admin' }];
  const lines = known.map(({ account, password, role }) => `  ${role.padEnd(20)} ${account.padEnd(14)} ${password}`);
  return [`Sign in 登录: ${addressOf('gateway')}`, ...lines].join('\n');
}
