import { STAGES } from '../../look/locks.ts';
import type { FirmQuery, Stage } from '../../requests/shapes.ts';

export const SORTS = [
  '-priority',
  'next',
  'lastVisit',
  '-lastVisit',
  '-stage',
  'stage',
  'name',
  '-members',
] as const satisfies readonly NonNullable<FirmQuery['sort']>[];
export type Sort = (typeof SORTS)[number];

/** Value of `community` for firms that are in none yet. */
export const NO_COMMUNITY = 'none' as const satisfies FirmQuery['community'];

/** What stands in the URL of the list: the names of GET /api/enterprises, so that any figure's listUrl fits. */
export interface FirmFilters {
  readonly q?: string;
  readonly stage?: Stage;
  readonly reached?: Stage;
  readonly community?: string;
  readonly industry?: string;
  readonly serviceTrade?: 'true' | 'false';
  readonly owner?: string;
  readonly overdue?: 'true';
  readonly covered?: 'true' | 'false';
  readonly members?: number;
  readonly sort?: Sort;
}

const isStage = (value: string): value is Stage => (STAGES as readonly string[]).includes(value);
/** An id as the contracts read it. */
export const isId = (value: string): boolean => /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(value);
const oneOf = <Value extends string>(allowed: readonly Value[], value: string): Value | undefined =>
  allowed.find((known) => known === value);

/** Reads filters from anything a URL may hold; what makes no sense is left out rather than sent to the server. */
export function firmFiltersOf(search: Record<string, unknown>): FirmFilters {
  const text = (name: string): string => {
    const value = search[name];
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? String(value).trim()
      : '';
  };
  const stage = text('stage');
  const reached = text('reached');
  const q = text('q').slice(0, 60);
  const serviceTrade = oneOf(['true', 'false'] as const, text('serviceTrade'));
  const covered = oneOf(['true', 'false'] as const, text('covered'));
  const community = text('community');
  const owner = text('owner');
  const industry = text('industry').slice(0, 60);
  const members = /^\d{1,5}$/.test(text('members')) ? Number(text('members')) : undefined;
  const sort = oneOf(SORTS, text('sort'));
  return {
    ...(q ? { q } : {}),
    ...(isStage(stage) ? { stage } : {}),
    ...(isStage(reached) ? { reached } : {}),
    ...(community === NO_COMMUNITY || isId(community) ? { community } : {}),
    ...(industry ? { industry } : {}),
    ...(serviceTrade ? { serviceTrade } : {}),
    ...(['me', 'none'].includes(owner) || isId(owner) ? { owner } : {}),
    ...(text('overdue') === 'true' ? { overdue: 'true' } : {}),
    ...(covered ? { covered } : {}),
    ...(members === undefined ? {} : { members }),
    ...(sort ? { sort } : {}),
  };
}

/** Filters of a figure's `listUrl`, whatever path it stands on. */
export function filtersOfUrl(listUrl: string): FirmFilters {
  const query = listUrl.includes('?') ? listUrl.slice(listUrl.indexOf('?') + 1) : '';
  return firmFiltersOf(Object.fromEntries(new URLSearchParams(query)));
}

/** Everything but the order: what "clear" clears and what decides between an empty ledger and no match. */
export function hasFilters({ sort: _sort, ...filters }: FirmFilters): boolean {
  return Object.keys(filters).length > 0;
}

/** A filter set or, with '' or undefined, taken away. */
export function withFilter(filters: FirmFilters, name: keyof FirmFilters, value: string | undefined): FirmFilters {
  return firmFiltersOf({ ...filters, [name]: value ?? '' });
}
