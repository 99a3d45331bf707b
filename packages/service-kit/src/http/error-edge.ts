import type { ErrorRequestHandler, Request, RequestHandler } from 'express';
import { isOutOfReach, StoreUnavailable } from '@qucheng/event-store';
import type { Problem } from '@qucheng/contracts';
import type { Logger } from 'pino';
import { edgeOf } from './edge.ts';
import { languageOf } from './language.ts';
import { textOf } from './messages.ts';
import type { MessageCatalogue } from './messages.ts';
import { problem, ProblemError } from './problem.ts';

/** What no route took. */
export const absent: RequestHandler = () => {
  throw problem(404, 'not-found');
};

/** Every error leaves as problem+json, without its insides; what nobody foresaw is logged. */
export function problemEdge(log: Logger): ErrorRequestHandler {
  // express tells an error handler by its four parameters
  return (error: unknown, req, res, _next) => {
    const known = classify(error);
    if (known.status >= 500) log.error({ error, method: req.method, status: known.status }, 'a request failed');
    if (res.headersSent) {
      res.destroy();
      return;
    }
    const { retryAfter } = known.details;
    if (retryAfter !== undefined) res.setHeader('Retry-After', String(retryAfter));
    if (known.status === 401) res.setHeader('WWW-Authenticate', 'Bearer');
    res
      .status(known.status)
      .type('application/problem+json')
      .send(JSON.stringify(describe(req, known)));
  };
}

function classify(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof StoreUnavailable || isOutOfReach(error)) return problem(503, 'unavailable', { retryAfter: 2 });
  // express itself refuses a path it cannot decode
  if (error instanceof URIError) return problem(400, 'malformed');
  return problem(500, 'internal');
}

function describe(req: Request, { status, code, details }: ProblemError): Problem {
  const { messages } = edgeOf(req);
  const language = languageOf(req);
  const title = textOf(messages, code, language) ?? textOf(messages, fallback(status), language) ?? code;
  return {
    type: `urn:qucheng:problem:${code}`,
    title,
    status,
    code,
    instance: req.originalUrl.split('?', 1)[0] ?? '/',
    ...(details.fields === undefined ? {} : { fields: [...details.fields] }),
    ...(details.missing === undefined
      ? {}
      : { missing: details.missing.map((item) => ({ ...item, label: labelOfMissing(messages, language, item) })) }),
  };
}

function labelOfMissing(
  messages: MessageCatalogue,
  language: ReturnType<typeof languageOf>,
  item: NonNullable<ProblemError['details']['missing']>[number],
): string {
  return (
    textOf(messages, `missing.${item.code}`, language, item) ?? textOf(messages, item.code, language, item) ?? item.code
  );
}

function fallback(status: number): string {
  switch (status) {
    case 401:
      return 'not-signed-in';
    case 403:
      return 'not-allowed';
    case 404:
      return 'not-found';
    case 409:
      return 'version-conflict';
    case 422:
      return 'refused';
    case 429:
      return 'too-many-requests';
    case 503:
      return 'unavailable';
    default:
      return 'malformed';
  }
}
