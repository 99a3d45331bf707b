import type { Request, Router } from 'express';
import type { FollowUpItem } from '@qucheng/contracts';
import {
  communitiesOf,
  daysBetween,
  inReach,
  labelOf,
  queryOf,
  reachOf,
  requires,
  scopeOf,
  today,
} from '@qucheng/service-kit';
import type { FollowUpDocument, FollowUpStore } from '../follow-up/follow-up-store.ts';
import type { KnownEnterprise, KnownEnterpriseStore } from '../known-enterprise/known-enterprise-store.ts';
import { FollowUpQuery } from './follow-up-query.ts';

interface Dependencies {
  readonly store: FollowUpStore;
  readonly enterprises: KnownEnterpriseStore;
  readonly clock: () => Date;
}

/** Earliest due day first. */
export const showFollowUpsRoute = (router: Router, { store, enterprises, clock }: Dependencies) =>
  router.get('/follow-ups', requires('followUp.read'), async (req, res) => {
    const { mine, overdue, enterpriseId, status, limit, cursor } = queryOf(req, FollowUpQuery);
    const { streetId, accountId } = scopeOf(req);
    const day = today(clock());
    const found = await store.list({
      streetId,
      unfinished: status !== 'done',
      status,
      // What somebody owes stays theirs when the firm moves beyond their communities.
      enterpriseIds: mine ? asked(enterpriseId) : await firmsWithin(req, enterprises, enterpriseId),
      mine: mine ? { accountId, firms: await firmsLookedAfter(req, store, enterprises) } : undefined,
      dueBefore: overdue ? day : undefined,
      after: cursor,
      limit: limit + 1,
    });
    const page = found.slice(0, limit);
    const firms = await enterprises.findMany(page.map((followUp) => followUp.enterpriseId));
    const byId = new Map(firms.map((firm) => [firm._id, firm]));
    res.json({
      items: page.map((followUp) => itemOf(req, followUp, byId.get(followUp.enterpriseId), day)),
      nextCursor: found.length > limit ? (page.at(-1)?.place ?? null) : null,
    });
  });

const asked = (enterpriseId: string | undefined) => (enterpriseId === undefined ? undefined : [enterpriseId]);

/** Firms the answer is limited to; undefined: all of the street. */
async function firmsWithin(
  req: Request,
  enterprises: KnownEnterpriseStore,
  enterpriseId: string | undefined,
): Promise<readonly string[] | undefined> {
  const communityIds = communitiesOf(req);
  if (communityIds === null) return asked(enterpriseId);
  const within = await enterprises.idsInCommunities(scopeOf(req).streetId, communityIds);
  return enterpriseId === undefined ? within : within.filter((id) => id === enterpriseId);
}

/** The caller's own firms; and those without an owner within reach, or what waits there would be nobody's. */
async function firmsLookedAfter(
  req: Request,
  store: FollowUpStore,
  enterprises: KnownEnterpriseStore,
): Promise<readonly string[]> {
  const scope = scopeOf(req);
  const [owned, waiting] = await Promise.all([
    enterprises.idsOwnedBy(scope.accountId),
    store.firmsOfUnassigned(scope.streetId).then((ids) => enterprises.findMany(ids)),
  ]);
  const ownerless = waiting.filter(
    ({ ownerId, communityId }) => ownerId === null && inReach(scope, reachOf(req), communityId),
  );
  return [...owned, ...ownerless.map(({ _id }) => _id)];
}

function itemOf(
  req: Request,
  followUp: FollowUpDocument,
  firm: KnownEnterprise | undefined,
  day: string,
): FollowUpItem {
  const { _id, version, enterpriseId, kind, promise, dueOn, status, assigneeId, calendar } = followUp;
  const because = labelOf(req, `because.${followUp.because}`);
  return {
    followUpId: _id,
    version,
    enterpriseId,
    enterpriseName: firm?.name ?? '',
    kind,
    promise,
    because: calendar === 'weekdays' ? labelOf(req, 'because.weekdaysOnly', { because }) : because,
    dueOn,
    status,
    daysLate: status === 'done' ? 0 : Math.max(0, daysBetween(dueOn, day)),
    assigneeId: assigneeId ?? firm?.ownerId ?? null,
  };
}
