import { STAGES, type FirmQuery } from '@qucheng/contracts';
import type { Scope } from '@qucheng/service-kit';
import { typedWords } from '../firm-card/search-keys.ts';
import type { SortValues } from '../firm-card/firm-card-store.ts';

/** What the list asks the store for. Only made from a checked query and a scope. */
export interface FirmFilter {
  readonly match: Readonly<Record<string, unknown>>;
  readonly order: keyof SortValues;
  readonly direction: 1 | -1;
}

const ORDERS: Record<NonNullable<FirmQuery['sort']>, readonly [keyof SortValues, 1 | -1]> = {
  name: ['name', 1],
  '-name': ['name', -1],
  stage: ['stage', 1],
  '-stage': ['stage', -1],
  lastVisit: ['lastVisit', 1],
  '-lastVisit': ['lastVisit', -1],
  next: ['next', 1],
  '-members': ['members', -1],
  '-priority': ['priority', -1],
};

export function firmFilter(
  query: FirmQuery,
  scope: Scope,
  communityIds: readonly string[] | null,
  today: string,
): FirmFilter {
  const [order, direction] = ORDERS[query.sort ?? '-priority'];
  const conditions = [
    { streetId: scope.streetId, listed: true },
    communityIds !== null && withinCommunities(communityIds),
    query.stage !== undefined && { 'sort.stage': STAGES.indexOf(query.stage) },
    query.reached !== undefined && { 'sort.stage': { $gte: STAGES.indexOf(query.reached) } },
    query.community !== undefined && { 'card.communityId': orNone(query.community) },
    query.industry !== undefined && { 'card.industry': query.industry },
    query.serviceTrade !== undefined && { 'card.serviceTrade': query.serviceTrade === 'true' },
    query.owner !== undefined && { 'card.ownerId': ownerOf(query.owner, scope) },
    query.overdue !== undefined && { 'sort.next': { $lt: today } },
    query.covered !== undefined && covered(query.covered, today),
    query.members !== undefined && { 'card.verifiedMembers': { $gte: query.members } },
    ...words(query.q ?? ''),
  ].filter((condition) => condition !== false);
  return { match: { $and: conditions }, order, direction };
}

/** Firms without a community are open to all of the street: somebody has to be able to place them. */
export function withinCommunities(communityIds: readonly string[]): object {
  return { 'card.communityId': { $in: [...communityIds, null] } };
}

const ownerOf = (owner: string, scope: Scope): string | null => (owner === 'me' ? scope.accountId : orNone(owner));

const orNone = (id: string): string | null => (id === 'none' ? null : id);

const covered = (wanted: string, today: string): object =>
  wanted === 'true'
    ? { 'card.coveredUntil': { $gte: today } }
    : { $or: [{ 'card.coveredUntil': null }, { 'card.coveredUntil': { $lt: today } }] };

/** Every word must begin one of the firm's search keys; ranges instead of regular expressions, so the index serves them. */
function words(typed: string): object[] {
  return typedWords(typed).map((word) => ({ keys: { $elemMatch: { $gte: word, $lt: `${word}\u{10ffff}` } } }));
}
