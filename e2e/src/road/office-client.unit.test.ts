import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { signIn } from './office-client.ts';

const PATIENCE = { forMs: 10_000, everyMs: 5 };

describe('a client of the office', () => {
  let office: Server;
  let answer: (req: IncomingMessage, res: ServerResponse) => void;
  const enter = () => {
    const { port } = office.address() as AddressInfo; // it listens
    return signIn(`http://127.0.0.1:${port}`, 'admin', 'secret', PATIENCE);
  };
  beforeAll(async () => {
    office = createServer((req, res) => {
      if (req.url === '/api/session') res.setHeader('set-cookie', 'session=1').end('{}');
      else answer(req, res);
    });
    office.listen(0, '127.0.0.1');
    await once(office, 'listening');
  });
  afterAll(() => office.close());

  it('sends the same write again when its answer breaks off half-way', async () => {
    const keys: unknown[] = [];
    answer = (req, res) => {
      keys.push(req.headers['idempotency-key']);
      if (keys.length > 1) return res.end('{"id":"visit-1"}');
      res.writeHead(201, { 'content-length': 100 });
      return res.write('{"id":', () => res.destroy());
    };
    const client = await enter();
    expect(await client.post('/api/visits')).toEqual({ id: 'visit-1' });
    expect(keys).toEqual([keys[0], keys[0]]);
  });

  it('asks again while somebody behind the door is away', async () => {
    let asked = 0;
    answer = (_req, res) => {
      asked += 1;
      res.writeHead(asked < 3 ? 503 : 200).end('{"asked":true}');
    };
    const client = await enter();
    expect(await client.get('/api/visits')).toEqual({ asked: true });
    expect(asked).toBe(3);
  });

  it('tells a refusal at once, with what is missing', async () => {
    answer = (_req, res) => {
      const problem = { status: 422, code: 'missing', title: 'not yet', missing: [{ label: 'three members' }] };
      res.writeHead(422).end(JSON.stringify(problem));
    };
    const client = await enter();
    await expect(client.post('/api/visits')).rejects.toThrow('422 missing not yet (three members)');
  });
});
