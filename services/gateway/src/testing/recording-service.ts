import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener } from 'node:http';
import { closeServer, listen } from '@qucheng/service-kit/process';

export interface Recorded {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** A server that notes what arrives and answers as told: what stands behind the gateway, seen from the gateway. */
export async function startRecordingService(answer: RequestListener) {
  const received: Recorded[] = [];
  const server = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      received.push({
        method: req.method ?? '',
        url: req.url ?? '',
        headers: req.headers,
        body: Buffer.concat(chunks),
      });
      answer(req, res);
    });
  });
  const url = await listen(server, 0, '127.0.0.1');
  return { received, url, stop: () => closeServer(server, 100) };
}
