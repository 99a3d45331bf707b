import { once } from 'node:events';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { TEST_INTERNAL_KEY, testConfig } from '@qucheng/testing';
import request from 'supertest';
import { createService } from './service.ts';
import { startRecordingService } from './testing/recording-service.ts';

const SCRIPT = 'show();'.repeat(400);
const LIST = JSON.stringify({ items: Array.from({ length: 200 }, (_, n) => ({ n, name: '江苏彤光谷茶餐厅' })) });
const SESSION = 'a-session-of-forty-three-characters-0123456';
type Behind = Awaited<ReturnType<typeof startRecordingService>>;
let office: Behind;
let dashboards: Behind;
let ledger: Behind;
let stream: ServerResponse | undefined;
let gateway: Awaited<ReturnType<typeof createService>>;
let webRoot: string;
let revoked = false;

beforeAll(async () => {
  office = await startRecordingService((req, res) => {
    if (req.url === '/internal/tokens') {
      const good = !revoked && req.headers['x-internal-key'] === TEST_INTERNAL_KEY;
      return void res
        .writeHead(good ? 201 : 401, { 'content-type': 'application/json' })
        .end(JSON.stringify(good ? { token: 'signed', expiresIn: 60 } : {}));
    }
    if (req.method === 'DELETE') return void res.writeHead(204, { 'set-cookie': 'qc=; Max-Age=0' }).end();
    res.writeHead(201, { 'set-cookie': 'qc=new; HttpOnly', 'content-type': 'application/json' }).end('{}');
  });
  dashboards = await startRecordingService((req, res) => {
    if (req.url === '/dashboards/stream') {
      stream = res.writeHead(200, { 'content-type': 'text/event-stream' });
      res.flushHeaders();
      return;
    }
    if (req.url === '/enterprises?limit=200') {
      const headers = { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(LIST) };
      return void res.writeHead(200, headers).end(LIST);
    }
    if (req.url === '/enterprises?limit=broken') {
      res.writeHead(200, { 'content-type': 'application/json', 'content-length': 1_000_000 });
      res.write('{"items":[', () => void res.destroy());
      return;
    }
    res
      .writeHead(200, { 'content-type': 'application/json', 'keep-alive': 'timeout=9', 'x-version': '7' })
      .end('{"items":[]}');
  });
  ledger = await startRecordingService(
    (_req, res) => void res.writeHead(201, { 'content-type': 'application/json' }).end('{"id":"x"}'),
  );
  webRoot = await mkdtemp(join(tmpdir(), 'qucheng-web-'));
  await mkdir(join(webRoot, 'assets'));
  await writeFile(join(webRoot, 'index.html'), '<!doctype html><title>渠成</title>');
  await writeFile(join(webRoot, 'assets', 'main-abc123.js'), SCRIPT);
  await writeFile(join(webRoot, 'assets', 'main-abc123.js.br'), brotliCompressSync(SCRIPT));
  await writeFile(join(webRoot, 'assets', 'main-abc123.js.gz'), gzipSync(SCRIPT));
  await writeFile(join(webRoot, 'assets', 'photo-abc123.jpg'), SCRIPT);
  const services = {
    'street-office': office.url,
    dashboards: dashboards.url,
    'enterprise-registration': ledger.url,
    'follow-ups': 'http://127.0.0.1:9',
  };
  gateway = await createService(
    testConfig('gateway', { services, webRoot, trustProxy: false, requestsPerSecond: 1_000 }),
  );
  await gateway.start();
});
afterAll(async () => {
  await gateway.stop();
  await Promise.all([office.stop(), dashboards.stop(), ledger.stop(), rm(webRoot, { recursive: true })]);
});
beforeEach(() => {
  revoked = false;
  for (const { received } of [office, dashboards, ledger]) received.length = 0;
});

const signedIn = { cookie: `theme=dark; qc=${SESSION}` };

describe('a request to a service', () => {
  it('carries a token instead of the session, and nothing the caller made up', async () => {
    const forged = {
      'x-internal-key': 'guess',
      'x-session': 'x',
      'x-client-address': '1.1.1.1',
      'x-forwarded-for': '1.1.1.1',
      'x-forwarded-proto': 'https',
    };
    const { headers } = await request(gateway.url())
      .get('/api/enterprises?q=%E5%92%96&stage=visited')
      .set(signedIn)
      .set(forged)
      .set('accept-language', 'en')
      .expect(200, { items: [] });
    const [seen] = dashboards.received;
    expect(seen?.url).toBe('/enterprises?q=%E5%92%96&stage=visited');
    expect(seen?.headers).toMatchObject({
      authorization: 'Bearer signed',
      'accept-language': 'en',
      'x-forwarded-proto': 'http',
    });
    expect(seen?.headers['x-client-address']).toMatch(/127\.0\.0\.1$/);
    for (const name of ['cookie', 'x-internal-key', 'x-session', 'x-forwarded-for'])
      expect(seen?.headers).not.toHaveProperty(name);
    expect(headers['x-version']).toBe('7');
    expect(headers['keep-alive']).not.toBe('timeout=9');
  });

  it('takes the session as a bearer too, and goes without token when the session does not hold', async () => {
    await request(gateway.url()).get('/api/enterprises').set('authorization', `Bearer ${SESSION}`).expect(200);
    expect(dashboards.received[0]?.headers.authorization).toBe('Bearer signed');
    revoked = true;
    await request(gateway.url())
      .get('/api/enterprises')
      .set('cookie', 'qc=another-session-another-session')
      .expect(200);
    expect(dashboards.received[1]?.headers).not.toHaveProperty('authorization');
  });

  it('asks for the token once while it is fresh', async () => {
    const cookie = 'qc=a-session-used-again-and-again-01';
    for (let times = 0; times < 3; times += 1)
      await request(gateway.url()).get('/api/enterprises').set('cookie', cookie).expect(200);
    expect(office.received.filter(({ url }) => url === '/internal/tokens')).toHaveLength(1);
  });

  it('is answered compressed when the answer is long and the caller can read that', async () => {
    const long = await get('/api/enterprises?limit=200', { 'accept-encoding': 'gzip, br' });
    expect(long).toMatchObject({ status: 200, headers: { 'content-encoding': 'gzip', vary: 'accept-encoding' } });
    expect(gunzipSync(long.body).toString()).toBe(LIST);
    const plain = await get('/api/enterprises?limit=200');
    expect(plain.headers).not.toHaveProperty('content-encoding');
    expect(plain.text).toBe(LIST);
    const short = await get('/api/enterprises', { 'accept-encoding': 'gzip' });
    expect(short).toMatchObject({ text: '{"items":[]}' });
    expect(short.headers).not.toHaveProperty('content-encoding');
  });

  it('ends broken off when its service breaks off, compressed or not', async () => {
    for (const headers of [{ 'accept-encoding': 'gzip' }, {}])
      await expect(get('/api/enterprises?limit=broken', headers)).rejects.toThrow(/aborted|hang up/);
    await request(gateway.url()).get('/api/enterprises').expect(200);
  });

  it.each(['/api/internal/tokens', '/api/health/ready', '/api/metrics', '/api/nothing'])(
    '%s goes nowhere',
    async (path) => {
      const { body } = await request(gateway.url()).post(path).send({}).expect(404);
      expect(body).toMatchObject({ status: 404, code: 'not-found', title: '没有找到' });
      expect([...office.received, ...dashboards.received, ...ledger.received]).toEqual([]);
    },
  );

  it('whose service is away is answered 503 with a time to come back', async () => {
    const { body, headers } = await request(gateway.url())
      .get('/api/follow-ups')
      .set('accept-language', 'zh-TW')
      .expect(503);
    expect(body).toMatchObject({ code: 'unavailable', title: '服務暫時無法使用，請稍後再試' });
    expect(headers['retry-after']).toBe('2');
  });
});

describe('signing in and out', () => {
  it('passes the cookie of street-office on', async () => {
    const { headers } = await request(gateway.url())
      .post('/api/session')
      .send({ account: 'a', password: 'b' })
      .expect(201);
    expect(headers['set-cookie']).toEqual(['qc=new; HttpOnly']);
  });

  it('names the session to end and forgets its token', async () => {
    await request(gateway.url()).get('/api/enterprises').set(signedIn).expect(200);
    await request(gateway.url()).delete('/api/session').set(signedIn).expect(204);
    expect(office.received.find(({ method }) => method === 'DELETE')?.headers['x-session']).toBe(SESSION);
    revoked = true;
    await request(gateway.url()).get('/api/enterprises').set(signedIn).expect(200);
    expect(dashboards.received[1]?.headers).not.toHaveProperty('authorization');
  });

  it('names the session that stays when the password is changed, beside its token', async () => {
    await request(gateway.url()).post('/api/me/password').set(signedIn).send({}).expect(201);
    const { headers } = office.received.find(({ url }) => url === '/me/password') ?? {};
    expect(headers).toMatchObject({ 'x-session': SESSION, authorization: 'Bearer signed' });
  });

  it('is refused when another site asks for it', async () => {
    await request(gateway.url()).post('/api/session').set('sec-fetch-site', 'cross-site').send({}).expect(403);
    await request(gateway.url())
      .post('/api/enterprises')
      .set(signedIn)
      .set('origin', 'https://evil.example')
      .send({})
      .expect(403);
    expect(ledger.received).toEqual([]);
  });
});

describe('bodies', () => {
  it('pass through as they are', async () => {
    await request(gateway.url())
      .post('/api/enterprises')
      .set(signedIn)
      .set('Idempotency-Key', '01J8ZQ7M00DEM0STREET00W0X1')
      .send({ name: '渠成' })
      .expect(201);
    const [seen] = ledger.received;
    expect(seen?.body.toString()).toBe('{"name":"渠成"}');
    expect(seen?.headers).toMatchObject({
      'content-type': 'application/json',
      'idempotency-key': '01J8ZQ7M00DEM0STREET00W0X1',
    });
  });

  it('of uploads may be large, of others not', async () => {
    const file = Buffer.alloc(20 * 1024 * 1024, 7);
    await request(gateway.url()).post('/api/imports').set(signedIn).attach('file', file, 'ledger.xlsx').expect(201);
    expect(ledger.received[0]?.body.length).toBeGreaterThan(file.length);
    await request(gateway.url())
      .post('/api/enterprises')
      .set(signedIn)
      .set('content-type', 'application/json')
      .send('x'.repeat(200_000))
      .expect(413);
  });

  it('of unsaid length are cut off at the limit', async () => {
    const call = httpRequest(`${gateway.url()}/api/enterprises`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
    });
    call.on('error', () => undefined);
    const answered = once(call, 'response');
    for (let times = 0; times < 40; times += 1) call.write(Buffer.alloc(8 * 1024, 97));
    call.end();
    const [response] = (await answered) as [{ statusCode: number; resume(): void }];
    expect(response.statusCode).toBe(413);
    response.resume();
  });
});

describe('a live stream', () => {
  it('begins at once, passes every frame on as it comes, and ends behind when the viewer leaves', async () => {
    const gone = new AbortController();
    const response = await fetch(`${gateway.url()}/api/dashboards/stream`, { headers: signedIn, signal: gone.signal });
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    const reader = response.body?.getReader();
    stream?.write('data: 1\n\n');
    expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe('data: 1\n\n');
    stream?.write('data: 2\n\n');
    expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe('data: 2\n\n');
    const left = stream === undefined ? Promise.resolve() : once(stream, 'close');
    gone.abort();
    await left;
  });
});

describe('the web', () => {
  it('serves index.html for every page of the application', async () => {
    const page = await get('/firms/01J8ZQ7M00DEM0STREET00W0X1');
    expect(page).toMatchObject({ status: 200, text: '<!doctype html><title>渠成</title>' });
    expect(page.headers).toMatchObject({ 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' });
    expect(page.headers['content-security-policy']).toContain("default-src 'self'");
  });

  it('serves hashed assets for ever, in the smallest form that is understood', async () => {
    const plain = await get('/assets/main-abc123.js', { 'accept-encoding': 'br;q=0' });
    expect(plain).toMatchObject({
      status: 200,
      headers: { 'cache-control': 'public, max-age=31536000, immutable' },
    });
    expect(plain.body.toString()).toBe(SCRIPT);
    const zipped = await get('/assets/main-abc123.js', { 'accept-encoding': 'gzip' });
    expect(zipped.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(zipped.body).toString()).toBe(SCRIPT);
    const small = await get('/assets/main-abc123.js', { 'accept-encoding': 'gzip, br' });
    expect(small.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(small.body).toString()).toBe(SCRIPT);
    expect(small.body.length).toBeLessThan(SCRIPT.length / 10);
    expect((await get('/assets/main-abc123.js', { 'if-none-match': String(plain.headers['etag']) })).status).toBe(304);
    for (const { headers } of [plain, zipped, small])
      expect(headers).toMatchObject({ vary: 'accept-encoding', 'content-type': 'text/javascript; charset=utf-8' });
  });

  it('says the same of a file without sending it, and takes nothing in', async () => {
    const zipped = await get('/assets/main-abc123.js', { 'accept-encoding': 'gzip' });
    const { headers } = await request(gateway.url())
      .head('/assets/main-abc123.js')
      .set('accept-encoding', 'gzip')
      .expect(200);
    expect(headers).toMatchObject({ 'content-encoding': 'gzip', 'content-length': String(zipped.body.length) });
    await request(gateway.url()).post('/').send({}).expect(404);
  });

  it('sends what has no compressed form beside it as it is', async () => {
    const photo = await get('/assets/photo-abc123.jpg', { 'accept-encoding': 'gzip, br' });
    expect(photo).toMatchObject({ status: 200, text: SCRIPT });
    expect(photo.headers).not.toHaveProperty('content-encoding');
  });

  it.each(['bytes=0-3', 'bytes=5-2'])('sends the whole to who asks for %s', async (range) => {
    expect(await get('/assets/photo-abc123.jpg', { range })).toMatchObject({ status: 200, text: SCRIPT });
  });

  it('stays as it was loaded while it is built anew', async () => {
    await rm(join(webRoot, 'assets', 'photo-abc123.jpg'));
    expect((await get('/assets/photo-abc123.jpg')).text).toBe(SCRIPT);
  });

  it('says so where it has not been built, and services answer all the same', async () => {
    const services = { dashboards: dashboards.url };
    const absent = { services, webRoot: join(webRoot, 'nowhere'), trustProxy: false, requestsPerSecond: 1_000 };
    const without = await createService(testConfig('gateway', absent));
    await without.start();
    try {
      const { body } = await request(without.url()).get('/firms').set('accept-language', 'en').expect(404);
      expect(body).toMatchObject({ code: 'web-not-built', title: 'The web has not been built yet' });
      await request(without.url()).get('/api/enterprises').expect(200, { items: [] });
    } finally {
      await without.stop();
    }
  });

  it.each([
    '/assets/none.js',
    '/assets/main-abc123.js.br',
    '/../package.json',
    '/%2e%2e/package.json',
    '/assets/../../x.txt',
  ])('has no file %s', async (path) => {
    expect((await get(path)).status).toBe(404);
  });
});

/** Without decoding of content and without tidying of paths. */
async function get(path: string, headers: Record<string, string> = {}) {
  const { port } = new URL(gateway.url());
  const call = httpRequest({ host: '127.0.0.1', port, path, headers, agent: false }).end();
  const [response] = (await once(call, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer); // no encoding is set
  const body = Buffer.concat(chunks);
  return { status: response.statusCode, headers: response.headers, body, text: body.toString() };
}
