import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { testConfig } from '@qucheng/testing';
import { createService } from '../service.ts';

const webRoot = join(__dirname, '..', '..', '..', 'web', 'dist');
/** What experience on a phone allows the first page, compressed. */
const FIRST_LOAD = 250 * 1024;
let gateway: Awaited<ReturnType<typeof createService>>;

beforeAll(async () => {
  gateway = await createService(
    testConfig('gateway', { services: {}, webRoot, trustProxy: false, requestsPerSecond: 1_000 }),
  );
  await gateway.start();
});
afterAll(() => gateway.stop());

describe('the built web', () => {
  it('comes compressed, and its first files together stay small', async () => {
    const page = await (await fetch(gateway.url())).text();
    const named = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => String(path));
    expect(named.join(' ')).toMatch(/index-[^ ]+\.js.*\.css/);
    const answers = await Promise.all(
      named.map((path) => fetch(gateway.url() + path, { headers: { 'accept-encoding': 'gzip' } })),
    );
    expect(answers.map(({ headers }) => headers.get('content-encoding'))).toEqual(named.map(() => 'gzip'));
    const sizes = answers.map(({ headers }) => Number(headers.get('content-length')));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(FIRST_LOAD);
  });

  it('has the compressed forms of its texts beside them, the better the smaller', async () => {
    const names = await readdir(webRoot, { recursive: true });
    const texts = names.filter((name) => /\.(?:js|css|html)$/.test(name)).map((name) => join(webRoot, name));
    const sizeOf = async (path: string) => (await stat(path)).size;
    for (const path of texts) {
      const plain = await sizeOf(path);
      // Of a few lines gzip makes no less.
      if (plain < 500) continue;
      const [br, gz] = await Promise.all([sizeOf(`${path}.br`), sizeOf(`${path}.gz`)]);
      expect(gz).toBeLessThan(plain);
      expect(br).toBeLessThan(gz);
    }
  });
});
