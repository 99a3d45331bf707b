import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { problem } from './problem.ts';

export const BODY_LIMIT = 64 * 1024;

/** `application/json`, with no charset other than the one JSON has. */
const JSON_TYPE = /^application\/json\s*(?:;\s*charset\s*=\s*"?utf-?8"?\s*)?$/i;

export interface JsonBody {
  readonly text: string;
  readonly value: unknown;
}

const NOTHING: JsonBody = { text: '', value: {} };

/**
 * Reads a small JSON body. No body at all is `{}`. Refuses with 415 (another type or encoding), 413 (over 64 kB)
 * and 400 (not UTF-8, not JSON, neither object nor list).
 */
export async function readJson(req: IncomingMessage): Promise<JsonBody> {
  const { headers } = req;
  const length = headers['content-length'];
  if (headers['transfer-encoding'] === undefined && (length === undefined || length === '0')) return NOTHING;
  if (!JSON_TYPE.test(headers['content-type'] ?? '')) throw problem(415, 'wrong-content-type');
  if ((headers['content-encoding'] ?? 'identity').toLowerCase() !== 'identity')
    throw problem(415, 'wrong-content-type');
  if (length !== undefined && Number(length) > BODY_LIMIT) throw problem(413, 'too-large');
  return parse(await readAll(req));
}

function parse(bytes: Buffer): JsonBody {
  if (bytes.length === 0) return NOTHING;
  if (!isUtf8(bytes)) throw problem(400, 'malformed');
  const decoded = bytes.toString('utf8');
  const text = decoded.startsWith('\ufeff') ? decoded.slice(1) : decoded;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw problem(400, 'malformed');
  }
  if (typeof value !== 'object' || value === null) throw problem(400, 'malformed');
  return { text, value };
}

function readAll(req: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    let first: Buffer | undefined;
    let chunks: Buffer[] | undefined;
    let size = 0;
    const finish = (settle: () => void): void => {
      req.off('data', onData).off('end', onEnd).off('error', onLost).off('close', onLost);
      settle();
    };
    const onData = (chunk: Buffer): void => {
      size += chunk.length;
      // node discards what is still to come once the answer has been sent
      if (size > BODY_LIMIT)
        return finish(() => {
          reject(problem(413, 'too-large'));
        });
      if (first === undefined) first = chunk;
      else (chunks ??= [first]).push(chunk);
    };
    const onEnd = (): void =>
      finish(() => {
        resolve(chunks === undefined ? (first ?? Buffer.alloc(0)) : Buffer.concat(chunks, size));
      });
    const onLost = (): void =>
      finish(() => {
        reject(problem(400, 'malformed'));
      });
    req.on('data', onData).on('end', onEnd).on('error', onLost).on('close', onLost);
  });
}
