import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { request } from '../../requests/request.ts';
import type { ApplicationItem, FunnelView, Page } from '../../requests/shapes.ts';
import { useMay } from '../session/session-api.ts';
import { isFunnel } from './funnel-frame.ts';

const FUNNEL = ['funnel'] as const;

export function useFunnel() {
  return useQuery({
    queryKey: FUNNEL,
    queryFn: ({ signal }) => request<FunnelView>('/dashboards/funnel', { signal }),
    staleTime: 30_000,
  });
}

/**
 * Frames of the live stream go straight into the funnel query. EventSource comes back by itself after a lost
 * connection; only when the server closed it for good (a session that ended, a deploy) do we open it anew.
 */
export function useLiveFunnel(): boolean {
  const client = useQueryClient();
  const [live, setLive] = useState(false);
  useEffect(() => {
    let source: EventSource | null = null;
    let again: ReturnType<typeof setTimeout> | undefined;
    const onFrame = (event: MessageEvent<string>) => {
      const frame: unknown = JSON.parse(event.data);
      if (isFunnel(frame)) client.setQueryData(FUNNEL, frame);
    };
    const open = () => {
      source = new EventSource('/api/dashboards/stream');
      source.onopen = () => {
        setLive(true);
      };
      source.onmessage = onFrame;
      source.addEventListener('funnel', onFrame);
      source.onerror = () => {
        setLive(false);
        if (source?.readyState === EventSource.CLOSED) again = setTimeout(open, 5000);
      };
    };
    open();
    return () => {
      clearTimeout(again);
      source?.close();
    };
  }, [client]);
  return live;
}

export function usePendingApplications() {
  return useQuery({
    queryKey: ['applications', 'pending'],
    queryFn: ({ signal }) =>
      request<Page<ApplicationItem>>('/applications', { query: { status: 'pending', limit: 200 }, signal }),
    enabled: useMay()('formation.decide'),
    refetchInterval: 60_000,
  });
}
