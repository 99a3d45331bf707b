import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Figures of the process itself: once, however many services share it. */
let processRegistry: Registry | undefined;

export interface Figures {
  readonly unpublished: number;
  readonly oldestUnpublishedMs: number;
  readonly parkedKeys: number;
  readonly deadLetters: number;
}

export interface Metrics {
  /** Times every request. */
  readonly measure: RequestHandler;
  /** Answers with all figures in the text format of Prometheus. */
  readonly expose: RequestHandler;
}

export function createMetrics(service: string, read: () => Figures): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels({ service });
  const requests = new Histogram({
    name: 'http_request_seconds',
    help: 'Time from the first byte of a request to the last of its answer, by route template.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  const gauge = (name: string, help: string, figure: (figures: Figures) => number): void => {
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(figure(read()));
      },
    });
  };
  gauge('relay_unpublished_commits', 'Commits not yet acknowledged by the broker.', (figures) => figures.unpublished);
  gauge(
    'relay_oldest_unpublished_seconds',
    'Age of the oldest of them.',
    (figures) => figures.oldestUnpublishedMs / 1000,
  );
  gauge('consumer_parked_keys', 'Keys whose later events wait behind a dead letter.', (figures) => figures.parkedKeys);
  gauge('consumer_dead_letters', 'Messages set aside.', (figures) => figures.deadLetters);

  /** Never by the raw path: that would be one series per firm. */
  const measure: RequestHandler = (req, res, next) => {
    const started = process.hrtime.bigint();
    res.on('finish', () => {
      const route = (req.route as { path?: string } | undefined)?.path; // express types it as any
      requests.observe(
        { method: req.method, route: route === undefined ? 'none' : req.baseUrl + route, status: res.statusCode },
        Number(process.hrtime.bigint() - started) / 1e9,
      );
    });
    next();
  };

  const expose: RequestHandler = async (_req, res) => {
    if (processRegistry === undefined) collectDefaultMetrics({ register: (processRegistry = new Registry()) });
    const all = Registry.merge([processRegistry, registry]);
    res.type(all.contentType).send(await all.metrics());
  };

  return { measure, expose };
}
