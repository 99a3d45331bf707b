import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { ulid } from 'ulid';
import { problemOf } from './problem.ts';
import { request } from './request.ts';
import type { Problem, Written } from './shapes.ts';

/** Facts travel to the other services by themselves; these moments after a write look again for what they made of it. */
const LOOK_AGAIN_MS = [0, 600, 1800];

/** A ledger of hundreds of firms takes the other services longer. */
export const LOOK_AGAIN_AFTER_IMPORT_MS = [0, 1500, 4000, 8000, 15_000];

export function refreshAfterWrite(client: QueryClient, delays: readonly number[] = LOOK_AGAIN_MS): void {
  for (const delay of delays) {
    setTimeout(() => void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'me' }), delay);
  }
}

export interface Write<Body> {
  readonly send: (body: Body) => void;
  readonly sending: boolean;
  readonly problem: Problem | null;
  readonly forget: () => void;
}

/**
 * One write of a form. The key is kept until the write was accepted or refused for good,
 * so pressing the button again after a lost connection cannot do the same thing twice.
 */
export function useWrite<Body>(
  pathOf: (body: Body) => string,
  done: (written: Written, body: Body) => void,
  bodyOf: (body: Body) => unknown = (body) => body,
): Write<Body> {
  const client = useQueryClient();
  const pending = useRef<{ text: string; key: string } | null>(null);
  const mutation = useMutation<Written, unknown, Body>({
    mutationFn: (body) => {
      const path = pathOf(body);
      const text = path + JSON.stringify(bodyOf(body));
      if (pending.current?.text !== text) pending.current = { text, key: ulid() };
      return request<Written>(path, { method: 'POST', body: bodyOf(body), key: pending.current.key });
    },
    onSuccess: (written, body) => {
      pending.current = null;
      refreshAfterWrite(client);
      done(written, body);
    },
  });
  return {
    send: (body) => {
      mutation.mutate(body);
    },
    sending: mutation.isPending,
    problem:
      mutation.error === null
        ? null
        : (problemOf(mutation.error) ?? { type: 'about:blank', title: '', status: 0, code: 'unknown' }),
    forget: mutation.reset,
  };
}
