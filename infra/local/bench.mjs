// @ts-check
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { openHome, openHomeInside, repository } from './home.mjs';
import { runHere } from './processes/run-here.mjs';
import { runSupervised } from './run-supervised.mjs';
import { servers, startServers } from './servers/start-servers.mjs';
import { buildWorkspace, installWorkspace } from './workspace/prepare.mjs';

/** Measures on servers of its own, with fresh data, unless the environment names all three. */
const home = openHomeInside(openHome(), 'bench');
const named = servers.every((server) => process.env[server.variable]);

await runSupervised(home, async (supervisor) => {
  if (!named) rmSync(home.data, { recursive: true, force: true });
  await installWorkspace(supervisor.note);
  await buildWorkspace(supervisor.note, ['bench']);
  const { env, rows } = await startServers(supervisor, named ? 'agreed' : 'free');
  const implementations = rows.map(({ part, implementation }) => `${part}: ${implementation}`).join('; ');
  await runHere(process.execPath, [join(repository, 'bench/dist/main.js'), ...process.argv.slice(2)], {
    env: { ...process.env, ...env, BENCH_SERVERS: implementations },
  });
  await supervisor.stopAll();
  process.exit(0);
});
