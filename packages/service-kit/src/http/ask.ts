import type { ServiceName } from '@qucheng/contracts';
import type { z } from 'zod';
import type { BaseConfig } from '../types.ts';
import { problem } from './problem.ts';

const PATIENCE_MS = 5_000;

export interface Question<Schema extends z.ZodType> {
  /** What the answer must be. */
  readonly schema: Schema;
  /** Asks on the caller's behalf. */
  readonly token?: string;
  /** Asks an `/internal` path with the key services share. */
  readonly internal?: true;
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly body?: object;
}

/** Asks another service. undefined on 404; its refusals are passed on by status and code; 503 when it is away. */
export async function ask<Schema extends z.ZodType>(
  config: BaseConfig,
  service: ServiceName,
  path: string,
  { schema, token, internal, method = 'GET', body }: Question<Schema>,
): Promise<z.output<Schema> | undefined> {
  const base = config.services[service];
  if (base === undefined) throw new Error(`SERVICES names no address of ${service}`);
  const headers: Record<string, string> = { accept: 'application/json' };
  if (token !== undefined) headers['authorization'] = `Bearer ${token}`;
  if (internal === true) headers['x-internal-key'] = config.internalKey;
  if (body !== undefined) headers['content-type'] = 'application/json';
  const response = await fetch(new URL(path, base), {
    method,
    headers,
    signal: AbortSignal.timeout(PATIENCE_MS),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch(() => {
    throw problem(503, 'unavailable', { retryAfter: 2 });
  });
  if (response.ok) return schema.parse(response.status === 204 ? undefined : await response.json());
  await response.body?.cancel();
  if (response.status === 404) return undefined;
  if (response.status >= 500) throw problem(503, 'unavailable', { retryAfter: 2 });
  throw problem(
    response.status,
    response.status === 403 ? 'not-allowed' : response.status === 401 ? 'not-signed-in' : 'refused',
  );
}
