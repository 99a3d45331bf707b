// @ts-check
import { openHome } from '../home.mjs';
import { runSupervised } from '../run-supervised.mjs';
import { startServers } from './start-servers.mjs';

/** Holds servers on free ports in a home of the caller's choice until it is asked to end; for tests of the supervisor. */
const { SERVERS_HOME, SERVERS_FETCHED } = process.env;
const home = openHome(SERVERS_HOME);
await runSupervised({ ...home, fetched: SERVERS_FETCHED ?? home.fetched }, async (supervisor) => {
  const { env } = await startServers(supervisor, 'free');
  console.log(`${JSON.stringify(env)}\nall up`);
  supervisor.stayUp();
});
