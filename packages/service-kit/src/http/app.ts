import express from 'express';
import type { Express, RequestHandler, Router } from 'express';
import type { Logger } from 'pino';
import { requiresInternalKey } from '../identity/internal-key.ts';
import { setEdge } from './edge.ts';
import type { Edge } from './edge.ts';
import { absent, problemEdge } from './error-edge.ts';
import { problem } from './problem.ts';

export interface HttpAppOptions {
  readonly edge: Edge;
  readonly log: Logger;
  readonly internalKey: string;
  readonly measure: RequestHandler;
  readonly metrics: RequestHandler;
  /** What is not ready, by name; empty when all is. */
  readonly notReady: () => Promise<readonly string[]>;
  /** Whether the service takes requests: false while it starts and once it stops. */
  readonly taking: () => boolean;
  readonly routes: (router: Router) => void;
  readonly internalRoutes: (router: Router) => void;
}

/** The same few headers on every answer: an API is never framed, sniffed, scripted or cached. */
const guardHeaders: RequestHandler = (_req, res, next) => {
  res.setHeader('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
  res.setHeader('X-Content-Type-Options', 'nosniff');
  res.setHeader('Referrer-Policy', 'no-referrer');
  res.setHeader('Cache-Control', 'no-store');
  next();
};

/** The HTTP face every service has: health, figures, its routes, and one edge for everything that goes wrong. */
export function createHttpApp(options: HttpAppOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  setEdge(app, options.edge);

  app.get('/health/live', (_req, res) => {
    res.json({ live: true });
  });
  app.get('/health/ready', async (_req, res) => {
    const waitingFor = options.taking() ? await options.notReady() : ['start'];
    res.status(waitingFor.length === 0 ? 200 : 503).json({ ready: waitingFor.length === 0, waitingFor });
  });
  app.get('/metrics', options.metrics);

  app.use(guardHeaders, options.measure, (_req, _res, next) => {
    if (!options.taking()) throw problem(503, 'unavailable', { retryAfter: 2 });
    next();
  });
  const internal = express.Router();
  options.internalRoutes(internal);
  app.use('/internal', requiresInternalKey(options.internalKey), internal);
  options.routes(app);
  app.use(absent, problemEdge(options.log));
  return app;
}
