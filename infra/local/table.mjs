// @ts-check
import { isAbsolute, relative } from 'node:path';

/** @typedef {import('./servers/start-server.mjs').Row} Row */

const HEAD = { part: 'part', implementation: 'implementation', address: 'address', data: 'data', log: 'log' };

/**
 * @param {Row[]} rows
 * @returns {string} the rows under a heading, in columns
 */
export function table(rows) {
  const columns = /** @type {(keyof Row)[]} */ (Object.keys(HEAD));
  const all = [HEAD, ...rows.map((row) => ({ ...row, data: shorter(row.data), log: shorter(row.log) }))];
  const widths = columns.map((column) => Math.max(...all.map((row) => row[column].length)));
  const lines = all.map((row) =>
    columns
      .map((column, at) => row[column].padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  lines.splice(1, 0, widths.map((width) => '-'.repeat(width)).join('  '));
  return lines.join('\n');
}

/**
 * @param {string} path
 * @returns {string} relative to where the user is, when it lies below
 */
function shorter(path) {
  const near = isAbsolute(path) ? relative(process.cwd(), path) : path;
  return near.startsWith('..') ? path : near;
}
