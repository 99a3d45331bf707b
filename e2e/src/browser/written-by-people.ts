import type { EnterpriseView, FirmCard, FormationView } from '@qucheng/contracts';
import type { Street } from '../street/open-street.ts';

interface Items<Item> {
  readonly items: readonly Item[];
}

/** Names of the street, its people and industries, a firm's ledger and those a search finds, and what the road has published. */
export async function writtenByPeople(street: Street, firm: string, search: string): Promise<string[]> {
  const office = await street.enter('streetSecretary');
  const [communities, formation, ledger, firms, found] = await Promise.all([
    office.get<Items<{ name: string }>>('/api/communities'),
    office.get<FormationView>(`/api${firm}/formation`),
    office.get<EnterpriseView>(`/api${firm}`),
    office.get<Items<FirmCard>>('/api/enterprises?limit=200'),
    office.get<Items<FirmCard>>(`/api/enterprises?q=${search}&limit=200`),
  ]);
  return [
    ...['江海街道', formation.fullName ?? '', '游古运河', '古运河清名桥'],
    ...street.accounts.map(({ displayName }) => displayName),
    ...[ledger.address ?? '', ...ledger.contacts.flatMap(({ name, post }) => [name, post ?? ''])],
    ...communities.items.map(({ name }) => name),
    ...firms.items.map(({ industry }) => industry ?? ''),
    ...found.items.map(({ name }) => name),
  ];
}
