// @ts-check
import { connect } from 'node:net';

/**
 * @typedef {{ host: string, port: number }} Address
 */

/**
 * Sends bytes to a server and collects its answer until `complete` says it is whole.
 * @param {Address} address
 * @param {Buffer} request
 * @param {(answer: Buffer) => boolean} complete
 * @returns {Promise<Buffer>} fails when nobody listens, the server hangs up, or two seconds pass
 */
export function ask({ host, port }, request, complete) {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port });
    /** @type {Buffer} */
    let answer = Buffer.alloc(0);
    socket.setTimeout(2_000, () => socket.destroy(new Error('no answer within two seconds')));
    socket.on('connect', () => socket.write(request));
    socket.on('data', (chunk) => {
      answer = Buffer.concat([answer, chunk]);
      if (!complete(answer)) return;
      resolve(answer);
      socket.destroy();
    });
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('connection closed')));
  });
}

/**
 * @param {Promise<boolean>} question
 * @returns {Promise<boolean>} false when the question could not be asked
 */
export function orNo(question) {
  return question.catch(() => false);
}

/**
 * @param {Address} address
 * @returns {Promise<boolean>} whether anybody listens there
 */
export function listens({ host, port }) {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    socket.setTimeout(2_000, () => socket.destroy());
    socket.on('connect', () => {
      resolve(true);
      socket.destroy();
    });
    socket.on('error', () => resolve(false));
    socket.on('close', () => resolve(false));
  });
}
