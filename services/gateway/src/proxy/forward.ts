import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Dispatcher, Pool } from 'undici';
import { beginAnswer } from './answer.ts';
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
        return beginAnswer(req, res, statusCode, answered);
      },
    );
  } finally {
    res.off('close', onClose);
  }
  return status;
}
