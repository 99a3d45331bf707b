import { createServer, IncomingMessage, ServerResponse } from 'node:http';
import type { Server } from 'node:http';
import type { Express } from 'express';

/**
 * An HTTP server that makes its requests and answers with express's prototypes from the start. Express gives each one
 * its prototype on arrival, and changing an object's prototype costs more than all the rest it does.
 */
export function createFastServer(app: Express): Server {
  const server = createServer(
    {
      IncomingMessage: withPrototype(IncomingMessage, app.request),
      ServerResponse: withPrototype(ServerResponse, app.response),
    },
    app,
  );
  server.requestTimeout = 30_000;
  server.headersTimeout = 10_000;
  // Longer than the callers keep theirs, so that they close first and never send into a closing connection.
  server.keepAliveTimeout = 65_000;
  server.maxConnections = 10_000;
  return server;
}

function withPrototype<Constructor extends typeof IncomingMessage | typeof ServerResponse>(
  base: Constructor,
  prototype: object,
): Constructor {
  function Made(this: unknown, ...parameters: unknown[]): object {
    return Reflect.construct(base, parameters, Made) as object; // what `base` constructs
  }
  Made.prototype = prototype;
  return Made as unknown as Constructor; // a plain function, because the prototype of a class cannot be set
}
