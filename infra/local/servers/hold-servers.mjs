// @ts-check
import { openHome } from '../home.mjs';
import { runSupervised } from '../run-supervised.mjs';
import { startServers } from './start-servers.mjs';

/** Holds servers on free ports until it is asked to end; for tests of the supervisor. */
await runSupervised(openHome(), async (supervisor) => {
  const { env } = await startServers(supervisor, 'free');
  console.log(`${JSON.stringify(env)}\nall up`);
  supervisor.stayUp();
});
