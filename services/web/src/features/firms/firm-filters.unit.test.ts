import { FirmQuery } from '@qucheng/contracts';
import { filtersOfUrl, firmFiltersOf, hasFilters, NO_COMMUNITY, SORTS, withFilter } from './firm-filters.ts';

const community = '01JD3Z7Q8RCFSV0000000000A1';

describe('filters in the URL of the list', () => {
  it('reads what the server understands', () => {
    const filters = firmFiltersOf({
      q: ' 润泽 ',
      stage: 'visited',
      community,
      serviceTrade: true,
      owner: 'me',
      overdue: 'true',
      sort: 'next',
    });
    expect(filters).toEqual({
      q: '润泽',
      stage: 'visited',
      community,
      serviceTrade: 'true',
      owner: 'me',
      overdue: 'true',
      sort: 'next',
    });
    expect(FirmQuery.safeParse(filters).success).toBe(true);
  });

  it('finds firms that are in no community yet', () => {
    const filters = firmFiltersOf({ community: NO_COMMUNITY });
    expect(filters).toEqual({ community: 'none' });
    expect(FirmQuery.safeParse(filters).success).toBe(true);
  });

  it('leaves out what makes no sense', () => {
    expect(
      firmFiltersOf({ stage: 'rich', sort: 'luck', overdue: 'no', members: 'many', q: '  ', community: { $ne: '' } }),
    ).toEqual({});
  });

  it('leaves out communities, people and numbers the server would refuse', () => {
    expect(firmFiltersOf({ community: 'nonsense', owner: 'nobody', members: '100001' })).toEqual({});
    expect(firmFiltersOf({ community, owner: community })).toEqual({ community, owner: community });
    expect(firmFiltersOf({ owner: 'none', industry: '茶'.repeat(61) })).toEqual({
      owner: 'none',
      industry: '茶'.repeat(60),
    });
  });

  it('opens the list behind any figure, whatever path the figure names', () => {
    expect(filtersOfUrl('/api/enterprises?reached=rosterVerified&serviceTrade=true')).toEqual({
      reached: 'rosterVerified',
      serviceTrade: 'true',
    });
    expect(filtersOfUrl('/firms?members=3')).toEqual({ members: 3 });
    expect(filtersOfUrl('/firms?covered=true')).toEqual({ covered: 'true' });
    expect(filtersOfUrl('/enterprises')).toEqual({});
  });

  it('sets one filter and keeps the others', () => {
    expect(withFilter({ q: '茶', stage: 'visited' }, 'stage', 'ready')).toEqual({ q: '茶', stage: 'ready' });
    expect(withFilter({ q: '茶', stage: 'visited' }, 'stage', undefined)).toEqual({ q: '茶' });
  });

  it('does not take an order for a filter', () => {
    expect(hasFilters({ sort: 'name' })).toBe(false);
    expect(hasFilters({ overdue: 'true' })).toBe(true);
  });

  it('offers only orders the server knows', () => {
    for (const sort of SORTS) expect(FirmQuery.safeParse({ sort }).success).toBe(true);
  });
});
