import type { Problem, Written } from '@qucheng/contracts';
import { ulid } from 'ulid';

/** Somebody signed in at the one address, as their browser would talk to it. */
export interface OfficeClient {
  get<Body>(path: string): Promise<Body>;
  /** A write with an idempotency key: repeated with the same key while servers are away, so it happens once. */
  post<Body = Written>(path: string, body?: object): Promise<Body>;
  upload<Body>(
    path: string,
    file: { readonly name: string; readonly bytes: Uint8Array },
    fields: Record<string, string>,
  ): Promise<Body>;
}

/** The office said no: its problem+json. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly problem: Problem;
  constructor(path: string, problem: Problem) {
    const missing = problem.missing?.map(({ label }) => label).join('; ');
    super(
      `${path}: ${String(problem.status)} ${problem.code} ${problem.title}${missing === undefined ? '' : ` (${missing})`}`,
    );
    this.problem = problem;
  }
}

interface Patience {
  /** How long an office that does not answer is asked again, ms. */
  readonly forMs: number;
  readonly everyMs: number;
}

const PATIENCE: Patience = { forMs: 120_000, everyMs: 250 };

/** Signs in and keeps the session. Waits for an office that is just starting or is being started again. */
export async function signIn(
  baseUrl: string,
  account: string,
  password: string,
  patience = PATIENCE,
): Promise<OfficeClient> {
  const opened = await send(baseUrl, '/api/session', { method: 'POST', ...json({ account, password }) }, patience);
  read('/api/session', opened);
  const cookie = opened.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  const ask = async <Body>(path: string, init: RequestInit): Promise<Body> => {
    const headers = new Headers(init.headers);
    headers.set('cookie', cookie);
    const answered = await send(baseUrl, path, { ...init, headers }, patience);
    return read(path, answered) as Body; // the caller names the contract of the path
  };
  return {
    get: (path) => ask(path, {}),
    post: (path, body = {}) => {
      const { headers, ...rest } = json(body);
      return ask(path, { method: 'POST', ...rest, headers: { ...headers, 'idempotency-key': ulid() } });
    },
    upload: (path, file, fields) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.set(name, value);
      form.set('file', new Blob([Uint8Array.from(file.bytes)]), file.name);
      return ask(path, { method: 'POST', body: form, headers: { 'idempotency-key': ulid() } });
    },
  };
}

const json = (body: object) => ({ body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });

interface Answer {
  readonly ok: boolean;
  readonly headers: Headers;
  readonly text: string;
}

/** Asks again while nobody answers, an answer breaks off half-way, or it says that somebody behind the door is away. */
async function send(baseUrl: string, path: string, init: RequestInit, { forMs, everyMs }: Patience): Promise<Answer> {
  const until = Date.now() + forMs;
  for (;;) {
    try {
      const answered = await fetch(`${baseUrl}${path}`, init);
      const { ok, status, headers } = answered;
      const text = await answered.text();
      const away = status === 502 || status === 503 || status === 504;
      if (!away || Date.now() > until) return { ok, headers, text };
    } catch (error) {
      if (Date.now() > until) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}

function read(path: string, { ok, text }: Answer): unknown {
  const body: unknown = text === '' ? {} : JSON.parse(text);
  if (!ok) throw new Refused(path, body as Problem); // every refusal is problem+json
  return body;
}
