import type { IncomingMessage } from 'node:http';

const JSON_LIMIT = 128 * 1024;
/** A little more than the 20 MB a file may have, so that the service itself says what is wrong with a larger one. */
const UPLOAD_LIMIT = 24 * 1024 * 1024;

export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

export function limitFor(req: IncomingMessage): number {
  return req.headers['content-type']?.startsWith('multipart/form-data') === true ? UPLOAD_LIMIT : JSON_LIMIT;
}

/** The body to pass on as it comes: null when there is none. Throws TooLarge at once, or on the way for one of unsaid length. */
export function bodyOf(req: IncomingMessage): IncomingMessage | AsyncIterable<Uint8Array> | null {
  const { 'content-length': length, 'transfer-encoding': encoding } = req.headers;
  const limit = limitFor(req);
  if (encoding !== undefined) return counted(req, limit);
  if (length === undefined || length === '0') return null;
  if (Number(length) > limit) throw new TooLarge();
  // node ends the request at the length that was said
  return req;
}

async function* counted(req: IncomingMessage, limit: number): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    // without an encoding set, chunks are buffers
    size += chunk.length;
    if (size > limit) throw new TooLarge();
    yield chunk;
  }
}
