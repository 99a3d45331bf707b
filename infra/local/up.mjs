// @ts-check
import { openHome } from './home.mjs';
import { runSupervised } from './run-supervised.mjs';
import { startServers } from './servers/start-servers.mjs';
import { table } from './table.mjs';

/** Only the servers, for development and for tests run by hand. */
await runSupervised(openHome(), async (supervisor) => {
  const { env, rows } = await startServers(supervisor, 'agreed');
  console.log(`\n${table(rows)}\n`);
  for (const [name, value] of Object.entries(env)) console.log(`export ${name}='${value}'`);
  supervisor.stayUp();
});
