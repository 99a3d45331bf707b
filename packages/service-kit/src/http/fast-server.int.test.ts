import { once } from 'node:events';
import { createServer, request as httpRequest } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import { gzipSync } from 'node:zlib';
import express from 'express';
import type { Express, Request, Response } from 'express';
import { z } from 'zod';
import { closeServer, listen } from '../frame/listen.ts';
import { createLog } from '../observe/log.ts';
import { accepts } from './accepts.ts';
import { createHttpApp } from './app.ts';
import { createFastServer } from './fast-server.ts';

/** What a route sees of a request: everything express computes for it. */
const describeRequest = (req: Request) => ({
  method: req.method,
  path: req.path,
  originalUrl: req.originalUrl,
  parameters: { ...req.params },
  query: { ...req.query },
  hostname: req.hostname,
  protocol: req.protocol,
  custom: req.get('X-Custom') ?? null,
  accepts: req.accepts(['json', 'html']),
  isJson: req.is('json'),
  fresh: req.fresh,
  xhr: req.xhr,
  sameApp: req.app === req.res?.app && req.res.req === req,
});

const reading = (app: Express): void => {
  app.get('/firms/:firmId', (req, res) => void res.json(describeRequest(req)));
  app.get('/redirect', (_req, res) => {
    res.redirect(303, '/firms/x');
  });
  app.get('/text', (_req, res) => void res.status(202).type('text').set('X-Answer', '1').send('渠成'));
  app.get('/late', async () => {
    throw Object.assign(new Error('late'), { status: 418 });
  });
};
const echo = (req: Request, res: Response, body: unknown): void =>
  void res.status(201).json({ body, isJson: req.is('json') });

const stock = express().disable('etag').disable('x-powered-by');
reading(stock);
stock.post('/echo', express.json({ limit: '64kb' }), (req, res) => {
  echo(req, res, req.body ?? {});
});

const pass = (_req: Request, _res: Response, next: () => void): void => {
  next();
};
const ours = createHttpApp({
  internalRoutes: () => undefined,
  edge: { messages: {}, verify: () => undefined, fingerprint: (request) => request },
  log: createLog('test', 'silent'),
  internalKey: 'unused',
  measure: pass,
  metrics: pass,
  notReady: () => Promise.resolve([]),
  taking: () => true,
  routes: (router) => {
    reading(router as Express); // the app is handed to `routes` as the router it is
    router.post(
      '/echo',
      accepts(z.unknown(), (req, res, body) => {
        echo(req, res, body);
      }),
    );
  },
});

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly location: string | undefined;
}

const servers: Server[] = [createServer(stock), createFastServer(ours)];
let urls: string[] = [];
beforeAll(async () => {
  urls = await Promise.all(servers.map((server) => listen(server, 0, '127.0.0.1')));
});
afterAll(() => Promise.all(servers.map((server) => closeServer(server, 100))));

interface Call {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Buffer;
  readonly chunked?: boolean;
}

async function send(
  base: string,
  { method = 'GET', path, headers = {}, body, chunked = false }: Call,
): Promise<Answer> {
  const { port } = new URL(base);
  const length = body === undefined || chunked ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  const call = httpRequest({
    host: '127.0.0.1',
    port,
    path,
    method,
    agent: false,
    headers: { host: 'qucheng.example', ...headers, ...length },
  });
  call.on('error', () => undefined);
  const answered = once(call, 'response');
  if (body !== undefined) call.write(body);
  call.end();
  const [response] = (await answered) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer); // no encoding is set
  return {
    status: response.statusCode ?? 0,
    body: Buffer.concat(chunks).toString(),
    location: response.headers.location,
  };
}
const both = (call: Call) => Promise.all(urls.map((url) => send(url, call)));

const json = { 'content-type': 'application/json' };
const post = (body: string | Buffer, headers: Record<string, string> = json): Call => ({
  method: 'POST',
  path: '/echo',
  headers,
  body,
});

const SAME: Record<string, Call> = {
  'a plain read': {
    path: '/firms/a?x=1&x=2&y%5B$ne%5D=3',
    headers: { 'x-custom': 'v', accept: 'text/html, */*;q=0.1' },
  },
  'an encoded parameter': { path: '/firms/%E6%B8%A0%E6%88%90' },
  'HEAD of a read': { method: 'HEAD', path: '/firms/a' },
  'a redirect': { path: '/redirect' },
  'a text': { path: '/text' },
  'an XHR': { path: '/firms/a', headers: { 'x-requested-with': 'XMLHttpRequest' } },
  'an object': post('{"a":[1,{"b":"渠成"}]}'),
  'a list': post('[1,2]'),
  'a type with charset': post('{"a":1}', { 'content-type': 'Application/JSON; charset=UTF-8' }),
  'a byte order mark': post('\ufeff{"a":1}'),
  'a __proto__ key': post('{"__proto__":{"a":1},"b":2}'),
  'deep nesting': post('['.repeat(2_000) + ']'.repeat(2_000)),
  'chunks of unsaid length': { ...post('{"a":1}'), chunked: true },
  'an empty body': { method: 'POST', path: '/echo', headers: { ...json, 'content-length': '0' } },
  'just under the limit': post('[1]'.padStart(65_536)),
};
const SAME_STATUS: Record<string, Call> = {
  'no such path': { path: '/nowhere' },
  'no such method': { method: 'DELETE', path: '/firms/a' },
  'a path that cannot be decoded': { path: '/firms/%E0%A4%A' },
  'broken JSON': post('{"a":'),
  'a lone text': post('"a"'),
  'a lone number': post('1'),
  'over the limit': post(JSON.stringify({ a: 'x'.repeat(70_000) })),
  'over the limit in chunks': { ...post(JSON.stringify({ a: 'x'.repeat(70_000) })), chunked: true },
  'another charset': post('{"a":1}', { 'content-type': 'application/json; charset=latin1' }),
};

describe('the fast server answers as stock express does', () => {
  it.each(Object.entries(SAME))('%s: status and body', async (_name, call) => {
    const [expected, actual] = await both(call);
    expect(actual).toEqual(expected);
    expect(actual?.status).toBeLessThan(400);
  });

  it.each(Object.entries(SAME_STATUS))('%s: the same status, as a problem', async (_name, call) => {
    const [expected, actual] = await both(call);
    expect(actual?.status).toBe(expected?.status);
    expect(JSON.parse(actual?.body ?? '')).toMatchObject({
      status: expected?.status,
      title: expect.any(String),
      code: expect.any(String),
    });
  });
});

describe('where it is stricter', () => {
  it.each([
    ['another content type', 415, post('a=1', { 'content-type': 'application/x-www-form-urlencoded' })],
    ['no content type', 415, post('{"a":1}', {})],
    ['a compressed body', 415, post(gzipSync('{"a":1}'), { ...json, 'content-encoding': 'gzip' })],
    ['bytes that are not UTF-8', 400, post(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]))],
  ])('%s is refused with %i', async (_name, status, call) => {
    expect((await both(call))[1]?.status).toBe(status);
  });

  it('an error nobody foresaw shows nothing of itself', async () => {
    const answer = (await both({ path: '/late' }))[1];
    expect(JSON.parse(answer?.body ?? '')).toEqual({
      type: 'urn:qucheng:problem:internal',
      title: '系统出错',
      status: 500,
      code: 'internal',
      instance: '/late',
    });
  });
});
