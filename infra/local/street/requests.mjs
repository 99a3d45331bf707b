// @ts-check
/** @typedef {import('./secrets.mjs').Account} Account */

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
 * @param {string} door address of the gateway
 * @param {Account} account
 * @returns {Promise<Record<string, string>>} headers that carry the session
 */
export async function signIn(door, { account, password }) {
  const body = JSON.stringify({ account, password });
  const headers = { 'content-type': 'application/json', origin: door };
  const answer = await fetch(`${door}/api/session`, { method: 'POST', headers, body });
  if (!answer.ok) throw new Error(`signing in as ${account} answered ${answer.status}: ${await answer.text()}`);
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  return { cookie, origin: door };
}
