import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';
import type { Writable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { acceptsEncoding } from '../encoding/accepts-encoding.ts';
import { headersOut } from './headers.ts';

/** Bytes one packet carries: what is shorter arrives no sooner for being compressed. */
const PACKET = 1_400;
/** On the way through, speed counts more than the last bytes. */
const QUICK = { level: 4 };

/** Begins the answer to a caller and tells where its body goes. Lists and timelines are compressed on their way. */
export function beginAnswer(
  req: IncomingMessage,
  res: ServerResponse,
  status: number,
  answered: IncomingHttpHeaders,
): Writable {
  const headers = headersOut(answered);
  if (req.method === 'HEAD' || !isLongJson(answered) || !acceptsEncoding(req, 'gzip')) {
    res.writeHead(status, headers);
    // A live stream begins before it has something to say; other answers go out in one piece.
    if (answered['content-type']?.startsWith('text/event-stream') === true) res.flushHeaders();
    return res;
  }
  const { 'content-length': _length, vary, ...others } = headers;
  const varies = [vary ?? [], 'accept-encoding'].flat().join(', ');
  res.writeHead(status, { ...others, vary: varies, 'content-encoding': 'gzip' });
  const zip = createGzip(QUICK);
  // A service that breaks off breaks the answer off, too; who waits for the body learns of it there.
  pipeline(zip, res, () => undefined);
  return zip;
}

function isLongJson(headers: IncomingHttpHeaders): boolean {
  const { 'content-type': type, 'content-length': length, 'content-encoding': encoding } = headers;
  return type?.includes('json') === true && Number(length) > PACKET && encoding === undefined;
}
