import type { Connection } from 'mongoose';
import { putNewer } from '@qucheng/service-kit';
import type { Versioned } from '@qucheng/service-kit';

/** What this service knows of a firm: that it is there, whose it is, and in which community. */
export interface KnownEnterprise extends Versioned {
  readonly streetId: string;
  readonly communityId: string | null;
}

export type KnownEnterpriseStore = ReturnType<typeof createKnownEnterpriseStore>;

/** Firms remembered between requests, and for how long: another replica may have heard of a correction. */
const REMEMBERED = 50_000;
const REMEMBERED_MS = 30_000;

export function createKnownEnterpriseStore({ db }: Connection) {
  if (db === undefined) throw new Error('the store of known firms needs an open connection');
  const enterprises = db.collection<KnownEnterprise>('knownEnterprises');
  const remembered = new Map<string, { readonly enterprise: KnownEnterprise; readonly until: number }>();

  const remember = (enterprise: KnownEnterprise): KnownEnterprise => {
    if (remembered.size >= REMEMBERED) remembered.clear();
    remembered.set(enterprise._id, { enterprise, until: Date.now() + REMEMBERED_MS });
    return enterprise;
  };

  return {
    learn: async (enterpriseId: string, version: number, facts: Partial<Omit<KnownEnterprise, '_id' | 'version'>>) => {
      await putNewer(enterprises, enterpriseId, version, facts);
      remembered.delete(enterpriseId);
    },
    /** Every write asks for its firm, so what is known is kept in memory; what is not known is asked for again. */
    find: async (enterpriseId: string): Promise<KnownEnterprise | null> => {
      const known = remembered.get(enterpriseId);
      if (known !== undefined && known.until > Date.now()) return known.enterprise;
      const found = await enterprises.findOne({ _id: enterpriseId });
      return found === null ? null : remember(found);
    },
  };
}
