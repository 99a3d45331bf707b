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
    try {
      await applications.bulkWrite(changes.map(upsertOf));
    } catch (error) {
      log.warn({ err: error }, 'the list of applications could not be written');
      if (stopped) return;
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      await write(changes);
    }
  };

  /** A start rewrites nothing that is there already: each updated document would cost a flush of the disk. */
  const unseen = async (changes: readonly ApplicationChange[]): Promise<ApplicationChange[]> => {
    const ids = [...new Set(changes.map(({ applicationId }) => applicationId))];
    if (ids.length === 0) return [];
    const known = new Map((await applications.find({ _id: { $in: ids } }).toArray()).map((one) => [one._id, one]));
    return changes.filter((change) => !isIn(known.get(change.applicationId), change));
  };

  const find = async (streetId: string, query: { _id: string } | { branchId: string }) => {
    // What this process accepted a moment ago may still be on its way into the list.
    await writing;
    const found = await applications.findOne(query);
    return found?.streetId === streetId ? found : undefined;
  };

  return {
    createIndexes: async () => {
      await applications.createIndexes([
        { key: { streetId: 1, status: 1, _id: 1 } },
        { key: { streetId: 1, _id: 1 } },
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
      await writing;
    },
    find: (streetId, applicationId) => find(streetId, { _id: applicationId }),
    findByBranch: (streetId, branchId) => find(streetId, { branchId }),
    list: async ({ streetId, status, cursor, limit }) => {
      await writing;
      const filter = { streetId, ...(status && { status }), ...(cursor && { _id: { $gt: cursor } }) };
      return applications.find(filter).sort({ _id: 1 }).limit(limit).toArray();
    },
  };
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
