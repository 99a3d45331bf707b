import { useInfiniteQuery } from '@tanstack/react-query';
import { request } from '../../requests/request.ts';
import type { FollowUpItem, Page } from '../../requests/shapes.ts';
import { today } from '../../language/dates.ts';
import { useMay } from '../session/session-api.ts';
import { countOf, groupFollowUps } from './groups.ts';

const PAGE = 100;

/** Earliest day first. */
export function useMyFollowUps() {
  return useInfiniteQuery({
    queryKey: ['follow-ups', 'mine'],
    queryFn: ({ pageParam, signal }) =>
      request<Page<FollowUpItem>>('/follow-ups', { query: { mine: 'true', limit: PAGE, cursor: pageParam }, signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
    enabled: useMay()('followUp.read'),
    refetchInterval: 60_000,
  });
}

/** How many of my promises are late: the one number beside 今日; null when none is. */
export function useLateCount(): string | null {
  const { data, hasNextPage } = useMyFollowUps();
  const groups = groupFollowUps(data?.pages.flatMap(({ items }) => items) ?? [], today());
  return groups.late.length > 0 ? countOf(groups, 'late', hasNextPage) : null;
}

export function useFirmFollowUps(enterpriseId: string) {
  return useInfiniteQuery({
    queryKey: ['follow-ups', 'firm', enterpriseId],
    queryFn: ({ pageParam, signal }) =>
      request<Page<FollowUpItem>>('/follow-ups', { query: { enterpriseId, cursor: pageParam }, signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
    enabled: useMay()('followUp.read'),
  });
}
