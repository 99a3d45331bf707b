import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { request } from '../../requests/request.ts';
import type { ActivityItem, ActivityView, Page } from '../../requests/shapes.ts';

export function useActivities() {
  return useInfiniteQuery({
    queryKey: ['activities'],
    queryFn: ({ pageParam, signal }) =>
      request<Page<ActivityItem>>('/activities', { query: { cursor: pageParam }, signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
  });
}

export function useActivity(activityId: string) {
  return useQuery({
    queryKey: ['activity', activityId],
    queryFn: ({ signal }) => request<ActivityView>(`/activities/${activityId}`, { signal }),
  });
}
