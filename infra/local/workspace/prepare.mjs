// @ts-check
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../home.mjs';
import { runHere } from '../processes/run-here.mjs';
import { presentServices } from '../street/services.mjs';
import { fingerprint, unlessDone } from './fingerprint.mjs';

/** @typedef {(text: string) => void} Note */

const PNPM = 'pnpm@12.20.0';
const SETTINGS = ['package.json', 'pnpm-workspace.yaml', 'pnpm-lock.yaml', 'tsconfig.base.json'];

/**
 * Installs the packages the lockfile names, unless that was done.
 * @param {Note} note
 */
export async function installWorkspace(note) {
  const manifests = ['packages', 'services'].flatMap((folder) =>
    readdirSync(join(repository, folder)).map((name) => `${folder}/${name}/package.json`),
  );
  const print = fingerprint([...SETTINGS, ...manifests, 'e2e/package.json', 'bench/package.json']);
  await unlessDone(
    'install',
    print,
    () => true,
    async () => {
      note('Installing the packages of the workspace…');
      await runHere('npx', ['--yes', PNPM, 'install', '--frozen-lockfile', '--reporter=append-only']);
    },
  );
}

/**
 * Builds what runs in production, unless nothing changed since.
 * @param {Note} note
 * @param {string[]} [extra] further projects, such as bench
 */
export async function buildWorkspace(note, extra = []) {
  const projects = [...presentServices().map((name) => `services/${name}`), ...extra];
  const print = fingerprint([...SETTINGS, 'packages', ...projects]);
  const name = ['build', ...extra].join('-');
  await unlessDone(
    name,
    print,
    () => allBuilt(projects),
    async () => {
      note('Building the services…');
      await runHere(process.execPath, [join(repository, 'node_modules/typescript/bin/tsc'), '-b', ...projects]);
    },
  );
}

/** @param {Note} note */
export async function buildWeb(note) {
  const folder = join(repository, 'services/web');
  if (!existsSync(join(folder, 'index.html'))) return;
  const print = fingerprint([...SETTINGS, 'services/web', 'packages/contracts/src']);
  await unlessDone(
    'web',
    print,
    () => existsSync(join(folder, 'dist/index.html')),
    async () => {
      note('Building the web front…');
      await runHere(process.execPath, [join(folder, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], {
        cwd: folder,
      });
    },
  );
}

/** @param {string[]} projects */
function allBuilt(projects) {
  return projects.every((project) => existsSync(join(repository, project, 'dist')));
}
