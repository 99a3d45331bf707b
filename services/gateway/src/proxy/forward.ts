import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Dispatcher, Pool } from 'undici';
import { headersOut } from './headers.ts';
import { bodyOf } from './limited-body.ts';

/** Passes a request on and its answer back, both as they come. Resolves with the status; throws when there was no answer. */
export async function forward(
  pool: Pool,
  path: string,
  headers: Record<string, string>,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<number> {
  const body = bodyOf(req);
  const gone = new AbortController();
  const onClose = (): void => {
    gone.abort();
  };
  res.once('close', onClose);
  let status = 0;
  try {
    await pool.stream(
      {
        path,
        method: req.method ?? 'GET',
        headers,
        body: body as NonNullable<Dispatcher.DispatchOptions['body']> | null, // undici takes async iterables, its types do not say so
        signal: gone.signal,
      },
      ({ statusCode, headers: answered }) => {
        status = statusCode;
        res.writeHead(statusCode, headersOut(answered));
        // A live stream begins before it has something to say; other answers go out in one piece.
        if (isStream(answered['content-type'])) res.flushHeaders();
        return res;
      },
    );
  } finally {
    res.off('close', onClose);
  }
  return status;
}

function isStream(type: string | string[] | undefined): boolean {
  return typeof type === 'string' && type.startsWith('text/event-stream');
}
