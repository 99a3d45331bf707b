import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { request } from '../../requests/request.ts';
import type { FollowUpItem, Page } from '../../requests/shapes.ts';
import { useMay } from '../session/session-api.ts';

const MINE_LIMIT = 100;

export function useMyFollowUps() {
  return useQuery({
    queryKey: ['follow-ups', 'mine'],
    queryFn: ({ signal }) =>
      request<Page<FollowUpItem>>('/follow-ups', { query: { mine: 'true', limit: MINE_LIMIT }, signal }),
    enabled: useMay()('followUp.read'),
    refetchInterval: 60_000,
  });
}

/** How many of my promises are late: the one number beside 今日. */
export function useLateCount(): number {
  const { data } = useMyFollowUps();
  return data?.items.filter(({ status, daysLate }) => status !== 'done' && daysLate > 0).length ?? 0;
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
