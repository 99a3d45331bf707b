// @ts-check
import { spawn } from 'node:child_process';
import { repository } from '../home.mjs';
import { Refusal } from './one-supervisor.mjs';

/**
 * Runs a command to its end with its output going where ours goes; it ends with this process.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [where]
 */
export async function runHere(command, args, { cwd = repository, env = process.env } = {}) {
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'inherit', 'inherit'] });
  const end = () => void child.kill();
  process.once('exit', end);
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  process.off('exit', end);
  if (code !== 0) throw new Refusal(`${[command, ...args.slice(0, 3)].join(' ')} failed (code ${code}).`);
}
