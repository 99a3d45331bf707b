import type { Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** Connections on which nothing has been asked yet: to Node they are not idle, and a closing server would wait for them. */
const silent = new WeakMap<Server, Set<Socket>>();

export async function listen(server: Server, port: number, host: string): Promise<string> {
  const sockets = new Set<Socket>();
  silent.set(server, sockets);
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.on('request', ({ socket }) => sockets.delete(socket));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address = server.address() as AddressInfo; // a TCP server that listens has one
  return `http://${address.family === 'IPv6' ? `[${address.address}]` : address.address}:${String(address.port)}`;
}

/** Stops taking connections and lets requests in flight finish; what is still open after `graceMs` is cut. */
export async function closeServer(server: Server, graceMs: number): Promise<void> {
  if (!server.listening) return;
  const timer = setTimeout(() => {
    server.closeAllConnections();
  }, graceMs);
  // A connection whose answer ends only now (a live stream) would otherwise stay open for its keep-alive time.
  const sweep = setInterval(() => {
    server.closeIdleConnections();
  }, IDLE_SWEEP_MS);
  await new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeIdleConnections();
    for (const socket of silent.get(server) ?? []) socket.destroy();
  });
  clearInterval(sweep);
  clearTimeout(timer);
}

const IDLE_SWEEP_MS = 50;
