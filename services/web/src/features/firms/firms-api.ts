import { useInfiniteQuery } from '@tanstack/react-query';
import { minVersion } from '../../requests/read-your-write.ts';
import { request } from '../../requests/request.ts';
import type { FirmCard, Page } from '../../requests/shapes.ts';
import type { FirmFilters } from './firm-filters.ts';

const PAGE = 50;

export function useFirms(filters: FirmFilters, enabled = true) {
  return useInfiniteQuery({
    queryKey: ['firms', filters],
    queryFn: ({ pageParam, signal }) =>
      request<Page<FirmCard>>('/enterprises', {
        query: { sort: '-priority', ...filters, limit: PAGE, cursor: pageParam, minVersion: minVersion(Date.now()) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: (previous) => previous,
    enabled,
  });
}
