// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { repository } from '../home.mjs';
import { json, signIn } from './requests.mjs';

/** @typedef {import('./secrets.mjs').Account} Account */

export const LEDGER = join(repository, 'services/enterprise-registration/demo-data/ledger-jianghai-2026.xlsx');
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const IMPORT_WITHIN = 120_000;

/**
 * @param {string} office address of street-office
 * @param {string} key the services' own
 * @returns {Promise<boolean>} whether no street is there yet
 */
export async function isWithoutStreet(office, key) {
  const streets = await json(fetch(`${office}/internal/streets`, { headers: { 'x-internal-key': key } }));
  return streets.length === 0;
}

/**
 * Opens the demo street with its accounts, or adds what is missing of it: asked again, it is the same street.
 * @param {string} office address of street-office
 * @param {string} key the services' own
 * @returns {Promise<Account[]>}
 */
export async function openDemoStreet(office, key) {
  const headers = { 'x-internal-key': key };
  const { accounts } = await json(fetch(`${office}/internal/demo-street`, { method: 'POST', headers }));
  return accounts;
}

/**
 * Imports the demo ledger as the office would: upload, preview, commit.
 * @param {string} door address of the gateway
 * @param {Account} admin
 * @param {(text: string) => void} note
 */
export async function importDemoLedger(door, admin, note) {
  if (!existsSync(LEDGER)) {
    note(`The demo ledger ${basename(LEDGER)} is not there; the street starts without firms.`);
    return;
  }
  const imports = `${door}/api/imports`;
  const headers = await signIn(door, admin);
  const form = new FormData();
  form.set('kind', 'enterprises');
  form.set('file', new Blob([readFileSync(LEDGER)], { type: EXCEL }), basename(LEDGER));
  const { importId, counts } = await uploaded(imports, form, headers);
  const good = counts.new + counts.changed + counts.same;
  note(`Importing the demo ledger: ${good} of ${counts.rows} rows are good, ${counts.refused} come back with reasons…`);
  await json(fetch(`${imports}/${importId}/commit`, { method: 'POST', headers }));
  await committed(`${imports}/${importId}`, headers);
}

/**
 * The services learn of a new street through Kafka, so for a moment the ledger has no street to go to.
 * @param {string} imports
 * @param {FormData} form
 * @param {Record<string, string>} headers
 */
async function uploaded(imports, form, headers) {
  const deadline = Date.now() + 20_000;
  for (;;) {
    try {
      const view = await json(fetch(imports, { method: 'POST', headers, body: form }));
      // After an import that ended without its supervisor, every firm is there already.
      const { new: added, changed, same } = view.counts;
      if (added + changed + same > 0 || Date.now() > deadline) return view;
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
    await pause(500);
  }
}

/**
 * @param {string} started address of the import
 * @param {Record<string, string>} headers
 */
async function committed(started, headers) {
  const deadline = Date.now() + IMPORT_WITHIN;
  while (Date.now() < deadline) {
    const { status, failure } = await json(fetch(started, { headers }));
    if (status === 'committed') return;
    if (status === 'failed') throw new Error(`the import failed: ${failure}`);
    await pause(300);
  }
  throw new Error(`the import did not end within ${IMPORT_WITHIN / 1000} s`);
}
