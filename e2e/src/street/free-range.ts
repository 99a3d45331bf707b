import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** The first of `count` neighbouring ports nobody listens on, below those the system gives to outgoing connections. */
export async function freeRange(count: number): Promise<number> {
  for (;;) {
    const first = randomInt(20_000, 32_000 - count);
    const free = await Promise.all(Array.from({ length: count }, (_, place) => isFree(first + place)));
    if (free.every(Boolean)) return first;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  });
}
