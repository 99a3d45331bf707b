import type { Connection } from 'mongoose';
import { putNewer } from '@qucheng/service-kit';
import type { Versioned } from '@qucheng/service-kit';

/** What this service knows of a firm: name and place for lists, its owner, and when it was last visited. */
export interface KnownEnterprise extends Versioned {
  readonly streetId: string;
  readonly name: string;
  readonly communityId: string | null;
  readonly ownerId: string | null;
  /** Not a fact of the firm's own stream: absent until a visit was logged. */
  readonly lastVisitOn?: string;
}

type Facts = Partial<Pick<KnownEnterprise, 'streetId' | 'name' | 'communityId' | 'ownerId'>>;

export type KnownEnterpriseStore = ReturnType<typeof createKnownEnterpriseStore>;

export function createKnownEnterpriseStore({ db }: Connection) {
  if (db === undefined) throw new Error('the store of known firms needs an open connection');
  const enterprises = db.collection<KnownEnterprise>('knownEnterprises');
  const idsOf = async (filter: object): Promise<string[]> =>
    (await enterprises.find(filter, { projection: { _id: 1 } }).toArray()).map(({ _id }) => _id);

  return {
    createIndexes: () =>
      enterprises.createIndexes([
        { key: { streetId: 1, communityId: 1 }, name: 'by-community' },
        { key: { ownerId: 1 }, name: 'by-owner' },
      ]),
    learn: (enterpriseId: string, version: number, facts: Facts) => putNewer(enterprises, enterpriseId, version, facts),
    noteVisit: (enterpriseId: string, on: string) =>
      enterprises.updateOne({ _id: enterpriseId }, { $max: { lastVisitOn: on } }, { upsert: true }),
    find: (enterpriseId: string) => enterprises.findOne({ _id: enterpriseId }),
    findMany: (enterpriseIds: readonly string[]) => enterprises.find({ _id: { $in: [...enterpriseIds] } }).toArray(),
    /** Firms of these communities, and those that have none yet: somebody has to be able to place them. */
    idsInCommunities: (streetId: string, communityIds: readonly string[]) =>
      idsOf({ streetId, communityId: { $in: [...communityIds, null] } }),
    idsOwnedBy: (ownerId: string) => idsOf({ ownerId }),
  };
}
