import { QueryCache, QueryClient } from '@tanstack/react-query';
import { isWorthRetrying, problemOf } from './problem.ts';

/** `onSignedOut` runs when any answer says the session is over. */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        if (problemOf(error)?.status === 401 && query.queryKey[0] !== 'me') onSignedOut();
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        retry: (count, error) => count < 2 && isWorthRetrying(error),
        // Asked also without a network: the failure says so, where waiting for it would show bones for ever.
        networkMode: 'always',
        refetchOnReconnect: true,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
