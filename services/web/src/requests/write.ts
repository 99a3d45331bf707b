import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { ulid } from 'ulid';
import { problemOf } from './problem.ts';
import { request } from './request.ts';
import type { Problem, Written } from './shapes.ts';
import { keyFor, type Tried, type TriedPlace } from './tried-key.ts';

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
 * so pressing the button again after a lost connection cannot do the same thing twice; `tried` keeps it beyond the form.
 */
export function useWrite<Body>(
  pathOf: (body: Body) => string,
  done: (written: Written, body: Body) => void,
  bodyOf: (body: Body) => unknown = (body) => body,
  tried?: TriedPlace,
): Write<Body> {
  const client = useQueryClient();
  const memory = useRef<Tried | null>(null);
  // The button is off only with the next drawing: Enter may come twice before it.
  const underWay = useRef(false);
  const place: TriedPlace = tried ?? {
    last: () => memory.current,
    keep: (last) => {
      memory.current = last;
    },
  };
  const mutation = useMutation<Written, unknown, Body>({
    mutationFn: (body) => {
      const path = pathOf(body);
      const key = keyFor(path + JSON.stringify(bodyOf(body)), place, ulid);
      return request<Written>(path, { method: 'POST', body: bodyOf(body), key });
    },
    onSuccess: (written, body) => {
      place.keep(null);
      refreshAfterWrite(client);
      done(written, body);
    },
    onSettled: () => {
      underWay.current = false;
    },
  });
  return {
    send: (body) => {
      if (underWay.current) return;
      underWay.current = true;
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
