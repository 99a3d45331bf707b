import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** A TCP hop to a real server that can be made to fail the way networks do. */
export interface FaultProxy {
  readonly port: number;
  /** The same address, but through this hop. For addresses with one host. */
  through(url: string): string;
  /** Requests still reach the server; its answers are lost until `heal`. */
  loseAnswers(): void;
  /** Nothing moves in either direction until `heal`; connections stay open. */
  stall(): void;
  /** Cuts every open connection with a reset; new ones work. */
  reset(): void;
  /** Half of the next answer passes, then nothing on its connection until `heal`; resolves when it has come so far. */
  stallInsideAnswer(): Promise<void>;
  /** Cuts every open connection and takes no new ones until `heal`. */
  goDown(): void;
  heal(): void;
  /** Bytes of requests that reached the server since the last fault was set. */
  requestBytes(): number;
  close(): Promise<void>;
}

type Fault = 'none' | 'answers-lost' | 'stalled' | 'down';

/** Starts a hop in front of the server of `url` (its host and port). */
export async function startFaultProxy(url: string): Promise<FaultProxy> {
  const { hostname, port: targetPort } = new URL(url);
  const sockets = new Set<Socket>();
  let fault: Fault = 'none';
  let requestBytes = 0;
  let insideAnswer: (() => void) | undefined;

  const server = createServer((client) => {
    if (fault === 'down') {
      client.resetAndDestroy();
      return;
    }
    const target = connect(Number(targetPort), hostname);
    join(client, target, (bytes) => {
      requestBytes += bytes.length;
      return true;
    });
    join(target, client, (bytes) => {
      if (insideAnswer === undefined) return fault !== 'answers-lost';
      const half = Math.ceil(bytes.length / 2);
      target.pause();
      target.unshift(bytes.subarray(half));
      client.write(bytes.subarray(0, half), insideAnswer);
      insideAnswer = undefined;
      return false;
    });
    if (fault === 'stalled') [client, target].forEach((socket) => socket.pause());
  });

  function join(from: Socket, to: Socket, passes: (bytes: Buffer) => boolean): void {
    sockets.add(from);
    from.setNoDelay(true);
    from.on('data', (bytes) => {
      if (passes(bytes)) to.write(bytes);
    });
    // Errors are the purpose here; 'close' follows and takes the other side along.
    from.on('error', () => undefined);
    from.on('close', () => {
      sockets.delete(from);
      to.destroy();
    });
  }

  function cut(): void {
    for (const socket of sockets) socket.resetAndDestroy();
  }

  function set(next: Fault): void {
    fault = next;
    requestBytes = 0;
    for (const socket of sockets) {
      if (next === 'stalled') socket.pause();
      else socket.resume();
    }
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A listening TCP server has an address with a port; only pipes have a string.
  const { port } = server.address() as AddressInfo;
  return {
    port,
    through: (address) => {
      const via = new URL(address);
      via.hostname = '127.0.0.1';
      via.port = String(port);
      return via.toString();
    },
    loseAnswers: () => {
      set('answers-lost');
    },
    stall: () => {
      set('stalled');
    },
    reset: cut,
    stallInsideAnswer: () => new Promise((resolve) => (insideAnswer = resolve)),
    goDown: () => {
      set('down');
      cut();
    },
    heal: () => {
      set('none');
    },
    requestBytes: () => requestBytes,
    close: async () => {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
