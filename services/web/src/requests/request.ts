import { currentLanguage } from '../language/language.ts';
import { ProblemError, problemFrom } from './problem.ts';
import { rememberWritten } from './read-your-write.ts';

export type QueryValues = Readonly<Record<string, string | number | undefined>>;

interface Call {
  readonly method?: 'GET' | 'POST' | 'DELETE' | 'PATCH';
  readonly query?: QueryValues;
  readonly body?: unknown;
  /** ULID that makes a repeat harmless: the same key again gives the first answer. */
  readonly key?: string;
  readonly signal?: AbortSignal | undefined;
}

export function withQuery(path: string, query: QueryValues = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') params.set(name, String(value));
  }
  const text = params.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** Asks the gateway. Throws ProblemError for every answer that is not a success, also when there is no network. */
export async function request<Answer>(path: string, call: Call = {}): Promise<Answer> {
  const response = await send(withQuery(`/api${path}`, call.query), call);
  if (!response.ok) throw await problemFrom(response);
  if (response.status === 204) return undefined as Answer; // calls that answer nothing are typed void
  const answer = (await response.json()) as Answer; // our own services answer by the contracts and are tested for it
  if (call.method && call.method !== 'GET') rememberWritten(answer, Date.now());
  return answer;
}

/** The bare answer, with the language and the key of the call. Throws ProblemError where there is no network. */
export async function send(url: string, call: Call): Promise<Response> {
  const isForm = call.body instanceof FormData;
  const headers: Record<string, string> = { accept: 'application/json', 'accept-language': currentLanguage() };
  if (call.key) headers['idempotency-key'] = call.key;
  if (call.body !== undefined && !isForm) headers['content-type'] = 'application/json';
  const body = call.body === undefined ? null : isForm ? call.body : JSON.stringify(call.body); // isForm checked it
  try {
    return await fetch(url, { method: call.method ?? 'GET', headers, body, signal: call.signal ?? null });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ProblemError({ type: 'about:blank', title: '', status: 0, code: 'no-network' });
  }
}
