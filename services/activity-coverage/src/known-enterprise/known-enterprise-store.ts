import type { Connection } from 'mongoose';
import { putNewer } from '@qucheng/service-kit';
import type { Versioned } from '@qucheng/service-kit';

/** What this service knows of a firm: that it is there, whose it is, and in which community. */
export interface KnownEnterprise extends Versioned {
  readonly streetId: string;
  readonly communityId: string | null;
}

export type KnownEnterpriseStore = ReturnType<typeof createKnownEnterpriseStore>;

export function createKnownEnterpriseStore({ db }: Connection) {
  if (db === undefined) throw new Error('the store of known firms needs an open connection');
  const enterprises = db.collection<KnownEnterprise>('knownEnterprises');
  return {
    learn: (enterpriseId: string, version: number, facts: Partial<Omit<KnownEnterprise, '_id' | 'version'>>) =>
      putNewer(enterprises, enterpriseId, version, facts),
    find: (enterpriseId: string) => enterprises.findOne({ _id: enterpriseId }),
  };
}
