// @ts-check
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * Names one process for good: a process id alone may be given to somebody else after the process ends.
 * @typedef {{ pid: number, started: string }} ProcessRecord
 */

/**
 * When a process started, in a form that differs for every later process with the same id (also after a reboot).
 * @param {number} pid
 * @returns {string | undefined} undefined when no such process runs
 */
export function startOf(pid) {
  return existsSync('/proc/self/stat') ? startFromProc(pid) : startFromPs(pid);
}

/** @param {number} pid */
function startFromProc(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold spaces and brackets, so fields are counted after the last one.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z') return undefined;
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${fields[19]}`;
  } catch {
    return undefined;
  }
}

/** @param {number} pid */
function startFromPs(pid) {
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {number} pid
 * @returns {ProcessRecord}
 */
export function recordOf(pid) {
  return { pid, started: startOf(pid) ?? 'gone' };
}

/**
 * @param {ProcessRecord | undefined} record
 * @returns {record is ProcessRecord}
 */
export function isAlive(record) {
  return record !== undefined && startOf(record.pid) === record.started;
}

/**
 * @param {string} file
 * @returns {ProcessRecord | undefined}
 */
export function readRecord(file) {
  try {
    const value = JSON.parse(readFileSync(file, 'utf8'));
    return Number.isInteger(value.pid) && typeof value.started === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {string} file
 * @param {ProcessRecord} record
 */
export function writeRecord(file, record) {
  writeFileSync(file, JSON.stringify(record));
}
