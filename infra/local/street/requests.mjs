// @ts-check
import { addressOf } from './services.mjs';

/** @typedef {import('./secrets.mjs').Account} Account */

/** @param {string} path below the gateway */
export function url(path) {
  return `${addressOf('gateway')}${path}`;
}

/**
 * @param {Promise<Response>} asked
 * @returns {Promise<any>} the body; the answers of our own services are checked where they are made
 */
export async function json(asked) {
  const answer = await asked;
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status}: ${text.slice(0, 500)}`);
  return text === '' ? undefined : JSON.parse(text);
}

/**
 * @param {Account} account
 * @returns {Promise<Record<string, string>>} headers that carry the session
 */
export async function signIn({ account, password }) {
  const origin = addressOf('gateway');
  const body = JSON.stringify({ account, password });
  const headers = { 'content-type': 'application/json', origin };
  const answer = await fetch(url('/api/session'), { method: 'POST', headers, body });
  if (!answer.ok) throw new Error(`signing in as ${account} answered ${answer.status}: ${await answer.text()}`);
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  return { cookie, origin };
}
