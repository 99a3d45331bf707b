import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { minVersion } from '../../requests/read-your-write.ts';
import { request } from '../../requests/request.ts';
import type {
  EnterpriseView,
  FirmCard,
  FormationView,
  Page,
  RosterView,
  TimelineEntry,
  VisitItem,
} from '../../requests/shapes.ts';
import { useMay } from '../session/session-api.ts';
import { timelineQuery } from './timeline-query.ts';

/** Others act on the same firm: an open page looks again this often, ms. */
const LOOK_AGAIN_MS = 10_000;

export function useFirmCard(enterpriseId: string) {
  return useQuery({
    queryKey: ['firm', enterpriseId, 'card'],
    queryFn: ({ signal }) =>
      request<FirmCard>(`/enterprises/${enterpriseId}/card`, { query: { minVersion: minVersion(Date.now()) }, signal }),
    refetchInterval: LOOK_AGAIN_MS,
  });
}

export function useFormation(enterpriseId: string) {
  return useQuery({
    queryKey: ['firm', enterpriseId, 'formation'],
    queryFn: ({ signal }) => request<FormationView>(`/enterprises/${enterpriseId}/formation`, { signal }),
    enabled: useMay()('formation.read'),
    refetchInterval: LOOK_AGAIN_MS,
  });
}

export function useRoster(enterpriseId: string) {
  return useQuery({
    queryKey: ['firm', enterpriseId, 'roster'],
    queryFn: ({ signal }) => request<RosterView>(`/enterprises/${enterpriseId}/youth`, { signal }),
    enabled: useMay()('youth.read'),
  });
}

/** The ledger entry with its contacts (masked). */
export function useEnterprise(enterpriseId: string) {
  return useQuery({
    queryKey: ['firm', enterpriseId, 'ledger'],
    queryFn: ({ signal }) => request<EnterpriseView>(`/enterprises/${enterpriseId}`, { signal }),
    enabled: useMay()('enterprise.read'),
  });
}

export function useLastVisit(enterpriseId: string) {
  return useQuery({
    queryKey: ['firm', enterpriseId, 'last-visit'],
    queryFn: async ({ signal }) =>
      (await request<Page<VisitItem>>(`/enterprises/${enterpriseId}/visits`, { query: { limit: 1 }, signal }))
        .items[0] ?? null,
    enabled: useMay()('visit.read'),
  });
}

export function useTimeline(enterpriseId: string, type: string) {
  return useInfiniteQuery({
    queryKey: ['firm', enterpriseId, 'timeline', type],
    queryFn: ({ pageParam, signal }) =>
      request<Page<TimelineEntry>>(`/enterprises/${enterpriseId}/timeline`, {
        query: { ...timelineQuery(type, pageParam), minVersion: minVersion(Date.now()) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
  });
}
