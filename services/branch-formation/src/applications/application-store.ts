import type { EventData } from '@qucheng/contracts';
import type { Commit, EventStore } from '@qucheng/event-store';
import type { Logger } from '@qucheng/service-kit';
import type { Connection, mongo } from 'mongoose';
import { formationKind } from '../formation/formation.ts';
import type { FormationEvent } from '../formation/formation-events.ts';

export type ApplicationStatus = 'pending' | 'returned' | 'approved';

/** One application: finds its firm, and the firm of the branch that came of it. */
export interface ApplicationDocument {
  /** applicationId */
  readonly _id: string;
  readonly streetId: string;
  readonly enterpriseId: string;
  readonly status: ApplicationStatus;
  readonly applied?: EventData<'FoundingApplied'> & { readonly reason: string };
  readonly branchId?: string;
}

export interface ApplicationStore {
  createIndexes(): Promise<void>;
  /** Repairs what a crash between commit and projection left out. */
  heal(events: EventStore): Promise<void>;
  apply(commits: readonly Commit[]): void;
  settled(): Promise<void>;
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

type Write = mongo.AnyBulkWriteOperation<ApplicationDocument>;

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

  // A failed write is tried again a while; what a longer outage loses is healed at the next start.
  const write = async (writes: Write[], attempts = 20): Promise<void> => {
    try {
      await applications.bulkWrite(writes);
    } catch (error) {
      log.warn({ err: error, attempts }, 'the list of applications could not be written');
      if (attempts <= 1) return;
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      await write(writes, attempts - 1);
    }
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
          const writes = commits.flatMap(writesOf);
          if (writes.length > 0) await applications.bulkWrite(writes);
        },
        { kind: formationKind.name },
      ),
    apply: (commits) => {
      const writes = commits.flatMap(writesOf);
      if (writes.length > 0) writing = writing.then(() => write(writes));
    },
    settled: () => writing,
    find: (streetId, applicationId) => find(streetId, { _id: applicationId }),
    findByBranch: (streetId, branchId) => find(streetId, { branchId }),
    list: async ({ streetId, status, cursor, limit }) => {
      await writing;
      const filter = { streetId, ...(status && { status }), ...(cursor && { _id: { $gt: cursor } }) };
      return applications.find(filter).sort({ _id: 1 }).limit(limit).toArray();
    },
  };
}

/** An application is pending once and final once, so these writes may come in any order and any number of times. */
function writesOf({ stream, streetId, events }: Commit): Write[] {
  if (!stream.startsWith(`${formationKind.name}-`)) return [];
  // Streams of this kind hold nothing else.
  return (events as readonly FormationEvent[]).flatMap((event): Write[] => {
    const upsert = (applicationId: string, update: object): Write => ({
      updateOne: { filter: { _id: applicationId }, update, upsert: true },
    });
    switch (event.type) {
      case 'FoundingApplied': {
        const { paper, ...data } = event.data;
        const applied = { ...data, reason: paper.reason };
        const { applicationId, enterpriseId } = data;
        return [
          upsert(applicationId, { $set: { streetId, enterpriseId, applied }, $setOnInsert: { status: 'pending' } }),
        ];
      }
      case 'ApplicationReturned': {
        const { applicationId, enterpriseId } = event.data;
        return [upsert(applicationId, { $set: { streetId, enterpriseId, status: 'returned' } })];
      }
      case 'FoundingApproved': {
        const { applicationId, enterpriseId, branchId } = event.data;
        return [upsert(applicationId, { $set: { streetId, enterpriseId, status: 'approved', branchId } })];
      }
      default:
        return [];
    }
  });
}
