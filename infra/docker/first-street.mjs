// @ts-check
import { importDemoLedger, openDemoStreet } from '../local/street/demo-street.mjs';
import { json, signIn } from '../local/street/requests.mjs';

/** Opens the demo street in a house that has just been started, fills it, and prints who may sign in. Once is enough. */
const { STREET_OFFICE = '', DOOR = '', INTERNAL_KEY = '' } = process.env;

const accounts = await openDemoStreet(STREET_OFFICE, INTERNAL_KEY);
const admin = accounts.find(({ role }) => role === 'admin');
if (admin && (await isWithoutFirms(admin))) await importDemoLedger(DOOR, admin, console.log);
console.log('Sign in 登录:');
for (const { account, password, role } of accounts) {
  console.log(`  ${role.padEnd(20)} ${account.padEnd(14)} ${password}`);
}

/**
 * What an office has corrected since must not be imported over.
 * @param {import('../local/street/secrets.mjs').Account} account
 */
async function isWithoutFirms(account) {
  const { items } = await json(fetch(`${DOOR}/api/enterprises?limit=1`, { headers: await signIn(DOOR, account) }));
  return items.length === 0;
}
