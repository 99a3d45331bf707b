import { StoreUnavailable } from '@qucheng/event-store';
import type { Commit, EventStore } from '@qucheng/event-store';
import type { Logger } from '@qucheng/service-kit';
import type { Connection, mongo } from 'mongoose';
import { formationKind } from '../formation/formation.ts';
import { changesOf, isIn } from './application.ts';
import type { ApplicationChange, ApplicationDocument, ApplicationStatus } from './application.ts';

export interface ApplicationStore {
  createIndexes(): Promise<void>;
  /** Repairs what a crash between commit and projection left out. */
  heal(events: EventStore): Promise<void>;
  apply(commits: readonly Commit[]): void;
  /** Waits for what is on its way into the list. */
  stop(): Promise<void>;
  find(streetId: string, applicationId: string): Promise<ApplicationDocument | undefined>;
  findByBranch(streetId: string, branchId: string): Promise<ApplicationDocument | undefined>;
  /** Oldest first, after `cursor`. */
  list(query: {
    streetId: string;
    status?: ApplicationStatus;
    cursor?: string;
    limit: number;
  }): Promise<ApplicationDocument[]>;
}

const RETRY_MS = 500;
const ANSWERS_WITHIN_MS = 5_000;

export function createApplicationStore({
  connection,
  log,
}: {
  readonly connection: Connection;
  readonly log: Logger;
}): ApplicationStore {
  const applications = connection.collection<ApplicationDocument>('applications');
  let writing = Promise.resolve();
  let stopped = false;

  // What a crash or a stop leaves out here is healed at the next start.
  const write = async (changes: readonly ApplicationChange[]): Promise<void> => {
    for (;;) {
      try {
        await applications.bulkWrite(changes.map(upsertOf));
        return;
      } catch (error) {
        log.warn({ err: error }, 'the list of applications could not be written');
        if (stopped) return;
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
  };

  /** A start rewrites nothing that is there already: each updated document would cost a flush of the disk. */
  const unseen = async (changes: readonly ApplicationChange[]): Promise<ApplicationChange[]> => {
    const ids = [...new Set(changes.map(({ applicationId }) => applicationId))];
    if (ids.length === 0) return [];
    const known = new Map((await applications.find({ _id: { $in: ids } }).toArray()).map((one) => [one._id, one]));
    return changes.filter((change) => !isIn(known.get(change.applicationId), change));
  };

  /** Reads after what this process accepted a moment ago and what may still be on its way into the list. */
  const read = <Found>(look: () => Promise<Found>): Promise<Found> => inTime(writing.then(look));

  const find = async (streetId: string, query: { _id: string } | { branchId: string }) => {
    const found = await read(() => applications.findOne(query));
    return found?.streetId === streetId ? found : undefined;
  };

  /** What comes after an application: the day it was made by the street's clock; ids are made by the clients' clocks. */
  const following = async (applicationId: string): Promise<mongo.Filter<ApplicationDocument>> => {
    const on = (await applications.findOne({ _id: applicationId }))?.applied?.on ?? '';
    return { $or: [{ 'applied.on': { $gt: on } }, { 'applied.on': on, _id: { $gt: applicationId } }] };
  };

  return {
    createIndexes: async () => {
      await applications.createIndexes([
        { key: { streetId: 1, status: 1, 'applied.on': 1, _id: 1 } },
        { key: { streetId: 1, 'applied.on': 1, _id: 1 } },
        { key: { branchId: 1 } },
      ]);
    },
    heal: (events) =>
      events.replay(
        async (commits) => {
          const changes = await unseen(commits.flatMap(changesOf));
          if (changes.length > 0) await applications.bulkWrite(changes.map(upsertOf));
        },
        { kind: formationKind.name },
      ),
    apply: (commits) => {
      const changes = commits.flatMap(changesOf);
      if (changes.length > 0) writing = writing.then(() => write(changes));
    },
    stop: async () => {
      stopped = true;
      await inTime(writing).catch((error: unknown) => {
        log.warn({ err: error }, 'the list of applications was left behind; the next start heals it');
      });
    },
    find: (streetId, applicationId) => find(streetId, { _id: applicationId }),
    findByBranch: (streetId, branchId) => find(streetId, { branchId }),
    list: ({ streetId, status, cursor, limit }) =>
      read(async () => {
        const filter = { streetId, ...(status && { status }), ...(cursor && (await following(cursor))) };
        return applications.find(filter).sort({ 'applied.on': 1, _id: 1 }).limit(limit).toArray();
      }),
  };
}

/** Of a database that hangs the driver would wait for ever, and a secretary with it. */
async function inTime<Found>(work: Promise<Found>): Promise<Found> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new StoreUnavailable('the list of applications did not answer'));
    }, ANSWERS_WITHIN_MS);
  });
  return Promise.race([work, tooLong]).finally(() => {
    clearTimeout(timer);
  });
}

function upsertOf({
  applicationId,
  facts,
  status,
  branchId,
}: ApplicationChange): mongo.AnyBulkWriteOperation<ApplicationDocument> {
  const update =
    status === 'pending'
      ? { $set: facts, $setOnInsert: { status } }
      : { $set: { ...facts, status, ...(branchId && { branchId }) } };
  return { updateOne: { filter: { _id: applicationId }, update, upsert: true } };
}
