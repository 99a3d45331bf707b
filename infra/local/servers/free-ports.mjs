// @ts-check
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Given out here already, perhaps to somebody who does not listen yet. */
const given = new Set();

/**
 * Neighbouring ports nobody listens on, below the range from which the system takes ports for outgoing connections (such
 * a connection could otherwise sit on a port when a server is started again).
 * @param {number} count
 * @returns {Promise<number>} the first of them
 */
export async function freePorts(count) {
  for (;;) {
    const first = randomInt(20_000, 32_000 - count);
    const ports = Array.from({ length: count }, (_, place) => first + place);
    if (ports.some((port) => given.has(port))) continue;
    for (const port of ports) given.add(port);
    if ((await Promise.all(ports.map(isFree))).every(Boolean)) return first;
  }
}

/**
 * @param {number} port
 * @returns {Promise<boolean>}
 */
function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  });
}
