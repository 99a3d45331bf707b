import { useQuery } from '@tanstack/react-query';
import { request } from '../../requests/request.ts';
import type { ManagedAccount, Page } from '../../requests/shapes.ts';
import { useMay } from '../session/session-api.ts';

/** The directory as those see it who look after it. */
export function useManagedAccounts() {
  return useQuery({
    queryKey: ['accounts', 'managed'],
    queryFn: () => request<Page<ManagedAccount>>('/accounts'),
    enabled: useMay()('office.manage'),
  });
}
