// @ts-check
import { openHome } from './home.mjs';
import { Refusal } from './processes/one-supervisor.mjs';
import { runSupervised } from './run-supervised.mjs';
import { missing, tools } from './servers/tools.mjs';
import { planServers } from './servers/start-servers.mjs';
import { importDemoLedger, isWithoutStreet, openDemoStreet } from './street/demo-street.mjs';
import { readSecrets, rememberElsewhere, writeSecrets } from './street/secrets.mjs';
import { addressOf } from './street/services.mjs';
import { refuseTakenPorts, startServices } from './street/start-services.mjs';
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
  await refuseTakenPorts();
  const startServers = await planServers(supervisor, 'agreed');
  const [servers] = await Promise.all([startServers(), prepare(note)]);
  const together = process.argv.includes('--together');
  rememberElsewhere(home, servers.rows);
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
 * A street without demo firms is still a street, so a failure here is told and not fatal. What is begun is noted first,
 * so that the next start goes on with it after any end of this one.
 * @param {Supervisor} supervisor
 */
async function fillEmptyStreet({ home, note }) {
  const office = addressOf('street-office');
  const { INTERNAL_KEY } = readSecrets(home);
  /** @param {Partial<Secrets>} news */
  const remember = (news) => writeSecrets(home, { ...readSecrets(home), ...news });
  try {
    if (await isWithoutStreet(office, INTERNAL_KEY)) remember({ demoPending: true, ledgerPending: true });
    if (readSecrets(home).demoPending) {
      remember({ accounts: await openDemoStreet(office, INTERNAL_KEY), demoPending: false });
      note('Opened the demo street 江海街道.');
    }
    const { ledgerPending, accounts = [] } = readSecrets(home);
    const admin = accounts.find(({ role }) => role === 'admin');
    if (!ledgerPending || !admin) return;
    await importDemoLedger(addressOf('gateway'), admin, note);
    remember({ ledgerPending: false });
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
