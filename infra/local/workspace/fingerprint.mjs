// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { repository } from '../home.mjs';

const IGNORED = new Set(['node_modules', 'dist', '.git', '.qucheng']);

/**
 * Changes when any of the files does: by path, size and time of change, so that nothing has to be read.
 * @param {string[]} paths files or folders, relative to the repository
 * @returns {string}
 */
export function fingerprint(paths) {
  const hash = createHash('sha256');
  for (const path of paths) addTo(hash, join(repository, path));
  return hash.digest('hex');
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} path
 */
function addTo(hash, path) {
  if (!existsSync(path)) return;
  const { mtimeMs, size } = statSync(path);
  const names = isFolder(path) ? readdirSync(path).sort() : undefined;
  if (names === undefined) hash.update(`${path} ${size} ${mtimeMs}\n`);
  for (const name of names ?? []) if (!IGNORED.has(name)) addTo(hash, join(path, name));
}

/** @param {string} path */
function isFolder(path) {
  return statSync(path).isDirectory();
}

/**
 * Does some work unless it was done for the same fingerprint before.
 * @param {string} name of the work
 * @param {string} print
 * @param {() => boolean} stillThere whether its result was not removed since
 * @param {() => void | Promise<void>} work
 * @returns {Promise<boolean>} whether the work was done now
 */
export async function unlessDone(name, print, stillThere, work) {
  // Beside the installed packages: whoever removes those removes the stamps with them.
  const stamp = join(repository, 'node_modules', '.qucheng', `${name}.stamp`);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === print && stillThere()) return false;
  await work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, print);
  return true;
}
