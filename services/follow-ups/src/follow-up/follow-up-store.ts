import type { Connection, mongo } from 'mongoose';
import { putNewer } from '@qucheng/service-kit';
import type { Versioned } from '@qucheng/service-kit';
import type { ScheduledFollowUp } from './follow-up.ts';

/** A follow-up as lists and reminders look for it. The stream is the truth; this is brought up to it after every command. */
export interface FollowUpDocument extends Versioned, Omit<ScheduledFollowUp, 'followUpId' | 'cause'> {
  readonly streetId: string;
  readonly because: string;
  readonly dueAt: Date;
  readonly unfinished: boolean;
  /** `<due day>~<id>`: one key to sort, to cut at a day and to continue a page. */
  readonly place: string;
}

export interface FollowUpFilter {
  readonly streetId: string;
  readonly unfinished: boolean;
  readonly status?: ScheduledFollowUp['status'] | undefined;
  readonly enterpriseIds?: readonly string[] | undefined;
  /** Assigned to this account, or to nobody while the account looks after the firm. */
  readonly mine?: { readonly accountId: string; readonly firms: readonly string[] } | undefined;
  /** Due before this day. */
  readonly dueBefore?: string | undefined;
  /** Continue after this place. */
  readonly after?: string | undefined;
  readonly limit: number;
}

export type WaitingFollowUp = Pick<FollowUpDocument, '_id' | 'version' | 'dueAt'>;

export type FollowUpStore = ReturnType<typeof createFollowUpStore>;

/** More of nobody's work than anybody reads; what is done or taken makes room for the next. */
const UNASSIGNED_AT_ONCE = 2_000;

export function createFollowUpStore({ db }: Connection) {
  if (db === undefined) throw new Error('the store of follow-ups needs an open connection');
  const followUps = db.collection<FollowUpDocument>('followUps');
  return {
    createIndexes: () =>
      followUps.createIndexes([
        { key: { streetId: 1, unfinished: 1, place: 1 }, name: 'street-by-due-day' },
        { key: { enterpriseId: 1, unfinished: 1 }, name: 'by-firm' },
        { key: { status: 1, dueAt: 1, _id: 1 }, name: 'due-soon-in-order' },
      ]),
    put: ({ _id, version, ...facts }: FollowUpDocument) => putNewer(followUps, _id, version, facts),
    find: (followUpId: string) => followUps.findOne({ _id: followUpId }),
    list: (filter: FollowUpFilter) =>
      followUps.find(conditions(filter)).sort({ place: 1 }).limit(filter.limit).toArray(),
    /** Firms of the follow-ups that are assigned to nobody, the earliest due first. */
    firmsOfUnassigned: async (streetId: string): Promise<string[]> => {
      const open = followUps.find(
        { streetId, unfinished: true, assigneeId: null },
        { projection: { enterpriseId: 1 } },
      );
      const found = await open.sort({ place: 1 }).limit(UNASSIGNED_AT_ONCE).toArray();
      return [...new Set(found.map(({ enterpriseId }) => enterpriseId))];
    },
    /** Thanks owed to the firm since an earlier day: who visits on the day itself invites, and does not thank yet. */
    thanksOwed: async (enterpriseId: string, visitOn: string) => {
      const open = await followUps.find({ enterpriseId, unfinished: true }).toArray();
      return open.filter(({ kind, since }) => kind === 'thankAndVisit' && since < visitOn);
    },
    /** Waiting for their moment, earliest first, after the last one of the page before. */
    waitingUntil: (latest: Date, limit: number, after?: WaitingFollowUp): Promise<WaitingFollowUp[]> =>
      followUps
        .find(
          { status: 'open', dueAt: { $lte: latest }, ...(after && isAfter(after)) },
          { projection: { version: 1, dueAt: 1 } },
        )
        .sort({ dueAt: 1, _id: 1 })
        .limit(limit)
        .toArray(),
    versions: async (followUpIds: readonly string[]): Promise<Map<string, number>> => {
      const found = await followUps.find({ _id: { $in: [...followUpIds] } }, { projection: { version: 1 } }).toArray();
      return new Map(found.map(({ _id, version }) => [_id, version]));
    },
  };
}

const isAfter = ({ dueAt, _id }: WaitingFollowUp) => ({
  $or: [{ dueAt: { $gt: dueAt } }, { dueAt, _id: { $gt: _id } }],
});

function conditions(filter: FollowUpFilter): mongo.Filter<FollowUpDocument> {
  const { streetId, unfinished, status, enterpriseIds, mine, dueBefore, after } = filter;
  const place = { ...(after && { $gt: after }), ...(dueBefore && { $lt: dueBefore }) };
  return {
    streetId,
    unfinished,
    ...(Object.keys(place).length > 0 && { place }),
    ...(status && { status }),
    ...(enterpriseIds && { enterpriseId: { $in: [...enterpriseIds] } }),
    ...(mine && {
      $or: [{ assigneeId: mine.accountId }, { assigneeId: null, enterpriseId: { $in: [...mine.firms] } }],
    }),
  };
}
