import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Commit } from '../types.ts';
import type { Scenario } from './box-process.ts';

export interface BoxProcess {
  readonly process: ChildProcess;
  /** commandIds answered as accepted so far. */
  acknowledged(): string[];
  /** Resolves with the signal that ended the process, or null when it ended by itself. */
  readonly ended: Promise<NodeJS.Signals | null>;
}

const packageFolder = join(__dirname, '..', '..');

/** Child processes run compiled code, and it has to be today's. Type errors are not this test's business. */
export function compileForChildren(): void {
  const compiler = createRequire(__filename).resolve('typescript/bin/tsc');
  spawnSync(process.execPath, [compiler, '-b', packageFolder]);
}

export function runBoxProcess(scenario: Scenario): BoxProcess {
  const file = join(mkdtempSync(join(tmpdir(), 'box-process-')), 'scenario.json');
  writeFileSync(file, JSON.stringify(scenario));
  const script = join(packageFolder, 'dist', 'testing', 'box-process.js');
  const child = spawn(process.execPath, [script, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (bytes: Buffer) => {
    output += bytes.toString();
  });
  return {
    process: child,
    acknowledged: () => output.split('\n').filter((line) => line !== ''),
    ended: new Promise((resolve) => {
      child.on('close', (_, signal) => {
        resolve(signal);
      });
    }),
  };
}

export function newJournal(): string {
  return join(mkdtempSync(join(tmpdir(), 'journal-')), 'published.jsonl');
}

export function readJournal(journal: string): Commit[] {
  if (!existsSync(journal)) return [];
  const lines = readFileSync(journal, 'utf8').split('\n');
  // Written by `publish` of these tests, one commit a line.
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Commit);
}
