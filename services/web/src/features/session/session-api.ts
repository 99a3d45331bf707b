import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { request } from '../../requests/request.ts';
import type { Action, Me } from '../../requests/shapes.ts';
import { endSession } from './end-session.ts';

const meQuery = {
  queryKey: ['me'],
  queryFn: () => request<Me>('/me'),
  staleTime: 5 * 60_000,
  retry: false,
} as const;

export const loadMe = (client: QueryClient): Promise<Me> => client.query({ ...meQuery, staleTime: 'static' });

export function useMe(): Me | undefined {
  return useQuery(meQuery).data;
}

/** What this account may do; what it may not is not offered. */
export function useMay(): (action: Action) => boolean {
  const me = useMe();
  return (action) => me?.actions.includes(action) ?? false;
}

export function useSignIn(done: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { account: string; password: string }) => request<unknown>('/session', { method: 'POST', body }),
    onSuccess: async () => {
      client.clear();
      await loadMe(client);
      done();
    },
  });
}

export function useSignOut(done: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => endSession(() => request<unknown>('/session', { method: 'DELETE' })),
    onSuccess: () => {
      client.clear();
      done();
    },
  });
}
