import { createServer } from 'node:http';
import { closeServer, createLog, listen } from '@qucheng/service-kit/process';
import type { Service } from '@qucheng/service-kit/process';
import type { Config } from './config.ts';
import { createRateLimit } from './guard/rate-limit.ts';
import { createRequestHandler } from './handle-request.ts';
import { createUpstreams } from './proxy/upstreams.ts';
import { createTokenExchange } from './session/token-exchange.ts';
import { loadFiles } from './web-files/load-files.ts';

export { readConfig } from './config.ts';

/** How long requests in flight may take once the gateway stops; live streams end then and come back elsewhere. */
const GRACE_MS = 3_000;

/** The one address: it knows sessions and services, and nothing of what they say to each other. */
export async function createService(config: Config): Promise<Omit<Service, 'app'>> {
  const log = createLog('gateway', config.logLevel);
  const upstreams = createUpstreams(config.services);
  const tokens = createTokenExchange(async (body) => {
    const answer = await upstreams.pool('street-office', false).request({
      path: '/internal/tokens',
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-internal-key': config.internalKey },
      body: JSON.stringify(body),
    });
    return { status: answer.statusCode, body: await answer.body.json() };
  });
  const files = config.webRoot === null ? new Map() : await loadFiles(config.webRoot);
  let taking = false;
  const server = createServer(
    createRequestHandler({
      allow: createRateLimit(config.requestsPerSecond),
      trustProxy: config.trustProxy,
      upstreams,
      tokens,
      files,
      taking: () => taking,
      log,
    }),
  );
  // The largest file over a line of 2 Mbit/s takes this long.
  server.requestTimeout = 100_000;
  server.headersTimeout = 10_000;
  server.keepAliveTimeout = 65_000;
  server.maxConnections = 20_000;

  let url: string | undefined;
  return {
    start: async () => {
      url = await listen(server, config.port, config.host);
      taking = true;
      log.info({ url, webFiles: files.size }, 'ready');
      if (!files.has('/index.html')) log.warn({ webRoot: config.webRoot }, 'there is no built web here');
    },
    stop: async () => {
      taking = false;
      await closeServer(server, GRACE_MS);
      await upstreams.close();
      log.info({}, 'stopped');
    },
    url: () => {
      if (url === undefined) throw new Error('the gateway has not been started');
      return url;
    },
    settled: () => Promise.resolve(),
  };
}
