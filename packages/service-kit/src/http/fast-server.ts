import { createServer, IncomingMessage, ServerResponse } from 'node:http';
import type { Server } from 'node:http';
import type { Express } from 'express';

/**
 * An HTTP server that makes its requests and answers with express's prototypes from the start. Express gives each one
 * its prototype on arrival, and changing an object's prototype costs more than all the rest it does.
 */
export function createFastServer(app: Express): Server {
  class AppRequest extends IncomingMessage {}
  class AppResponse<Req extends IncomingMessage = IncomingMessage> extends ServerResponse<Req> {}
  // What express would have given them comes between the classes and node's; then it finds nothing to change.
  Object.setPrototypeOf(AppRequest.prototype, app.request);
  Object.setPrototypeOf(AppResponse.prototype, app.response);
  Object.assign(app, { request: AppRequest.prototype, response: AppResponse.prototype });
  const server = createServer({ IncomingMessage: AppRequest, ServerResponse: AppResponse }, app);
  server.requestTimeout = 30_000;
  server.headersTimeout = 10_000;
  // Longer than the callers keep theirs, so that they close first and never send into a closing connection.
  server.keepAliveTimeout = 65_000;
  server.maxConnections = 10_000;
  return server;
}
