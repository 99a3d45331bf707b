// @ts-check
import { ask, orNo } from './ask.mjs';

/** @typedef {import('./ask.mjs').Address} Address */

/**
 * @param {Address} address
 * @returns {Promise<boolean>} whether a Redis or Valkey answers PING (one that is still loading does not)
 */
export function answersAsRedis(address) {
  return orNo(ask(address, Buffer.from('PING\r\n'), endsLine).then((answer) => answer.toString().startsWith('+PONG')));
}

/** @param {Buffer} answer */
function endsLine(answer) {
  return answer.includes('\r\n');
}
