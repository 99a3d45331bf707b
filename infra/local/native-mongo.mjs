// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openHome } from './home.mjs';
import { nativeProgram } from './servers/mongo.mjs';
import { findOnPath } from './servers/tools.mjs';

const VERSION = '0.5.3-beta.196';

/** Builds the newer MongoDB-wire server from its Rust sources, once; from then on it is preferred. */
const home = openHome();
if (!findOnPath('cargo')) {
  console.error(
    'cargo is missing: Rust is required to build the native server; install it with: apt-get install cargo',
  );
  process.exit(1);
}
const root = join(home.fetched, 'native-mongo');
const args = ['install', 'secantus-mdb', '--version', VERSION, '--ignore-rust-version', '--locked', '--root', root];
const { status } = spawnSync('cargo', args, { stdio: 'inherit' });
if (status !== 0 || !existsSync(nativeProgram(home))) {
  console.error('The native server could not be built; the one from the wheel stays in use.');
  process.exit(1);
}
console.log(`Built ${nativeProgram(home)}; the next start uses it.`);
