// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { repository } from '../home.mjs';
import { json, signIn, url } from './requests.mjs';
import { addressOf } from './services.mjs';

/** @typedef {import('./secrets.mjs').Secrets} Secrets */
/** @typedef {import('./secrets.mjs').Account} Account */

export const LEDGER = join(repository, 'services/enterprise-registration/demo-data/ledger-jianghai-2026.xlsx');
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const IMPORT_WITHIN = 120_000;

/**
 * Opens the demo street when no street is there yet.
 * @param {Secrets} secrets
 * @returns {Promise<Account[] | undefined>} its accounts, or undefined when a street was there
 */
export async function openDemoStreet({ INTERNAL_KEY }) {
  const office = addressOf('street-office');
  const headers = { 'x-internal-key': INTERNAL_KEY };
  const streets = await json(fetch(`${office}/internal/streets`, { headers }));
  if (!Array.isArray(streets) || streets.length > 0) return undefined;
  const { accounts } = await json(fetch(`${office}/internal/demo-street`, { method: 'POST', headers }));
  return accounts;
}

/**
 * Imports the demo ledger as the office would: upload, preview, commit.
 * @param {Account} admin
 * @param {(text: string) => void} note
 */
export async function importDemoLedger(admin, note) {
  if (!existsSync(LEDGER)) {
    note(`The demo ledger ${basename(LEDGER)} is not there; the street starts without firms.`);
    return;
  }
  const headers = await signIn(admin);
  const form = new FormData();
  form.set('kind', 'enterprises');
  form.set('file', new Blob([readFileSync(LEDGER)], { type: EXCEL }), basename(LEDGER));
  const { importId, counts } = await uploaded(form, headers);
  const good = counts.new + counts.changed + counts.same;
  note(`Importing the demo ledger: ${good} of ${counts.rows} rows are good, ${counts.refused} come back with reasons…`);
  await json(fetch(url(`/api/imports/${importId}/commit`), { method: 'POST', headers }));
  await committed(importId, headers);
}

/**
 * The services learn of a new street through Kafka, so for a moment the ledger has no street to go to.
 * @param {FormData} form
 * @param {Record<string, string>} headers
 */
async function uploaded(form, headers) {
  const deadline = Date.now() + 20_000;
  for (;;) {
    try {
      const view = await json(fetch(url('/api/imports'), { method: 'POST', headers, body: form }));
      if (view.counts.new > 0 || Date.now() > deadline) return view;
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
    await pause(500);
  }
}

/**
 * @param {string} importId
 * @param {Record<string, string>} headers
 */
async function committed(importId, headers) {
  const deadline = Date.now() + IMPORT_WITHIN;
  while (Date.now() < deadline) {
    const { status, failure } = await json(fetch(url(`/api/imports/${importId}`), { headers }));
    if (status === 'committed') return;
    if (status === 'failed') throw new Error(`the import failed: ${failure}`);
    await pause(300);
  }
  throw new Error(`the import did not end within ${IMPORT_WITHIN / 1000} s`);
}
