// @ts-check
import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { endProcess, killGroup } from './end-process.mjs';
import { Refusal } from './one-supervisor.mjs';
import { recordOf, writeRecord } from './process-record.mjs';

/** @typedef {import('../home.mjs').Home} Home */
/** @typedef {import('./process-record.mjs').ProcessRecord} ProcessRecord */

/**
 * @typedef {object} Program
 * @property {string} name also the name of its log and its record
 * @property {string} command
 * @property {string[]} args
 * @property {NodeJS.ProcessEnv} [env] default: the supervisor's own
 * @property {string} [cwd]
 * @property {() => Promise<boolean>} ready asks the program with its own protocol
 * @property {number} [readyWithin] milliseconds; default 90 s
 * @property {number} [stopWithin] milliseconds before it is forced; default 17 s, as services give themselves 15
 */

/**
 * @typedef {object} Kept
 * @property {string} log
 * @property {() => number | undefined} pid
 * @property {() => Promise<void>} untilReady fails with the end of the log when the program does not come up
 * @property {() => Promise<void>} stop
 * @property {() => void} kill at once, with everything it started
 */

const FIRST_WAIT = 500;
const LONGEST_WAIT = 30_000;
const STEADY_AFTER = 60_000;
const LARGEST_LOG = 20 * 1024 * 1024;
const FAILED_STARTS_BEFORE_GIVING_UP = 4;

/**
 * Starts a program in a process group of its own and starts it again, with growing pauses, whenever it ends.
 * @param {Program} program
 * @param {Home} home
 * @param {(text: string) => void} note
 * @returns {Kept}
 */
export function keepRunning(program, home, note) {
  const log = join(home.logs, `${program.name}.log`);
  const recordFile = join(home.run, `${program.name}.json`);
  const stopping = new AbortController();
  /** @type {ProcessRecord | undefined} */
  let running;
  let failedStarts = 0;
  let wait = FIRST_WAIT;

  function launch() {
    const since = Date.now();
    const child = spawnLogged(program, log);
    if (child.pid !== undefined) {
      running = recordOf(child.pid);
      writeRecord(recordFile, running);
    }
    // A closed pipe only says that the child is gone, which 'exit' tells as well.
    child.stdin?.on('error', () => undefined);
    child.once('error', (error) => void restart(since, error.message));
    child.once('exit', (code, signal) => void restart(since, signal ?? `code ${code}`));
  }

  /**
   * @param {number} since
   * @param {string} reason
   */
  async function restart(since, reason) {
    running = undefined;
    rmSync(recordFile, { force: true });
    if (stopping.signal.aborted) return;
    failedStarts += 1;
    if (Date.now() - since > STEADY_AFTER) wait = FIRST_WAIT;
    note(`${program.name} ended (${reason}); starting it again in ${wait / 1000} s, see ${log}`);
    await pause(wait, undefined, { signal: stopping.signal }).catch(() => undefined);
    wait = Math.min(wait * 2, LONGEST_WAIT);
    if (!stopping.signal.aborted) launch();
  }

  async function untilReady() {
    const deadline = Date.now() + (program.readyWithin ?? 90_000);
    while (!(running && (await program.ready()))) {
      if (stopping.signal.aborted) return;
      if (failedStarts >= FAILED_STARTS_BEFORE_GIVING_UP || Date.now() > deadline) {
        throw new Refusal(`${program.name} did not come up; the end of ${log}:\n${endOf(log)}`);
      }
      await pause(100);
    }
    failedStarts = 0;
  }

  async function stop() {
    stopping.abort();
    if (running) await endProcess(running, program.stopWithin ?? 17_000);
    // It is gone, whether Node has told us yet or not.
    running = undefined;
    rmSync(recordFile, { force: true });
  }

  function kill() {
    stopping.abort();
    if (running) killGroup(running);
  }

  launch();
  return { log, pid: () => running?.pid, untilReady, stop, kill };
}

/**
 * @param {Program} program
 * @param {string} log
 */
function spawnLogged(program, log) {
  if (existsSync(log) && statSync(log).size > LARGEST_LOG) renameSync(log, `${log}.1`);
  const output = openSync(log, 'a');
  try {
    return spawn(program.command, program.args, {
      cwd: program.cwd,
      env: program.env ?? process.env,
      // A group of its own keeps Ctrl-C of the terminal from the children, so that they stop in order. The open
      // standard input is how a service learns that its supervisor is gone.
      detached: true,
      stdio: ['pipe', output, output],
    });
  } finally {
    closeSync(output);
  }
}

/** @param {string} log */
function endOf(log) {
  return readFileSync(log, 'utf8').trimEnd().split('\n').slice(-15).join('\n');
}
