// @ts-check
import { linkSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { endProcess } from './end-process.mjs';
import { hasCode } from './has-code.mjs';
import { isAlive, readRecord, recordOf, writeRecord } from './process-record.mjs';

/** @typedef {import('../home.mjs').Home} Home */

const OWNER = 'supervisor.json';

/** Says in one sentence why a run cannot start; shown without a stack. */
export class Refusal extends Error {}

/**
 * Makes this process the only supervisor of a home, and ends what a killed one left running.
 * @param {Home} home
 * @param {(text: string) => void} note
 * @returns {Promise<() => void>} gives the home back
 */
export async function becomeSupervisor(home, note) {
  const file = join(home.run, OWNER);
  const own = recordOf(process.pid);
  const draft = join(home.run, `.supervisor-${process.pid}`);
  writeRecord(draft, own);
  try {
    while (!tryLink(draft, file)) {
      const other = readRecord(file);
      if (isAlive(other)) throw new Refusal(alreadyRuns(home, other.pid));
      rmSync(file, { force: true });
    }
    // Two starts may both have removed a dead supervisor's record; the one whose record stayed goes on.
    await pause(50);
    const winner = readRecord(file);
    if (winner?.pid !== own.pid) throw new Refusal(alreadyRuns(home, winner?.pid ?? 0));
  } finally {
    rmSync(draft, { force: true });
  }
  await endLeftOver(home, note);
  return () => rmSync(file, { force: true });
}

/**
 * @param {Home} home
 * @returns {number | undefined} process id of the live supervisor of a home
 */
export function supervisorOf(home) {
  const record = readRecord(join(home.run, OWNER));
  return isAlive(record) ? record.pid : undefined;
}

/**
 * Ends every recorded process of a home whose supervisor is gone.
 * @param {Home} home
 * @param {(text: string) => void} note
 */
export async function endLeftOver(home, note) {
  const files = readdirSync(home.run).filter((name) => name.endsWith('.json') && name !== OWNER);
  await Promise.all(
    files.map(async (name) => {
      const record = readRecord(join(home.run, name));
      if (isAlive(record)) {
        note(`Ending ${name.replace(/\.json$/, '')} (process ${record.pid}), left over from a run that was killed.`);
        await endProcess(record, 8_000);
      }
      rmSync(join(home.run, name), { force: true });
    }),
  );
}

/**
 * @param {string} from
 * @param {string} to
 */
function tryLink(from, to) {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/**
 * @param {Home} home
 * @param {number} pid
 */
function alreadyRuns(home, pid) {
  return `Qucheng already runs on the data in ${home.path} (process ${pid}); stop it there with Ctrl-C, or start another beside it with QUCHENG_HOME and QUCHENG_PORTS_FROM.`;
}
