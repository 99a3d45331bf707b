import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { request } from '../../requests/request.ts';
import type { AccountItem, CommunityItem, IndustryItem } from '../../requests/shapes.ts';
import { useMay } from '../session/session-api.ts';

const LONG = { staleTime: 10 * 60_000 } as const;

interface List<Item> {
  readonly items: readonly Item[];
}

/** Small directories answer either a list or `{ items }`. */
const itemsOf = <Item>(answer: List<Item> | readonly Item[]): readonly Item[] =>
  'items' in answer ? answer.items : answer;

export function useCommunities(): readonly CommunityItem[] {
  const { data } = useQuery({
    queryKey: ['communities'],
    queryFn: async () => itemsOf(await request<List<CommunityItem>>('/communities')),
    ...LONG,
  });
  return data ?? [];
}

/** The industries of the firms one may see, the most frequent first. */
export function useIndustries(): readonly IndustryItem[] {
  const { data } = useQuery({
    queryKey: ['industries'],
    queryFn: async () => itemsOf(await request<List<IndustryItem>>('/dashboards/industries')),
    ...LONG,
    enabled: useMay()('enterprise.read'),
  });
  return data ?? [];
}

export function useAccounts(): readonly AccountItem[] {
  const { data } = useQuery({
    queryKey: ['accounts'],
    queryFn: async () => itemsOf(await request<List<AccountItem>>('/accounts')),
    ...LONG,
    enabled: useMay()('office.read'),
  });
  return data ?? [];
}

/** Names behind ids; an id nobody knows stays a dash rather than a code nobody can read. */
export function useNames() {
  const { t } = useTranslation();
  const communities = useCommunities();
  const accounts = useAccounts();
  return {
    community: (id: string | null) =>
      id === null ? t('frame.noCommunity') : (communities.find(({ communityId }) => communityId === id)?.name ?? '—'),
    account: (id: string | null) => {
      if (id === null) return t('frame.nobody');
      if (id === 'system') return t('frame.system');
      return accounts.find(({ accountId }) => accountId === id)?.displayName ?? '—';
    },
  };
}
