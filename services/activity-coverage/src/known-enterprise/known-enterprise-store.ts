import type { Connection } from 'mongoose';
import { putNewer } from '@qucheng/service-kit';
import type { Versioned } from '@qucheng/service-kit';
import { createKnownEnterpriseMemory } from './known-enterprise-memory.ts';

/** What this service knows of a firm: that it is there, whose it is, and in which community. */
export interface KnownEnterprise extends Versioned {
  readonly streetId: string;
  readonly communityId: string | null;
  /** When the newest fact was learned, by the clock of the database. */
  readonly learnedAt?: Date;
}

type Facts = Pick<KnownEnterprise, 'streetId' | 'communityId'>;

export type KnownEnterpriseStore = ReturnType<typeof createKnownEnterpriseStore>;

const REMEMBERED = 50_000;
/** So long a replica goes by what it remembers before it asks what others have learned, ms. */
export const HEARS_EVERY = 5_000;

/** Every write asks for its firm, so firms are kept in memory; one that is not there is looked up. */
export function createKnownEnterpriseStore({ db }: Connection, now = Date.now) {
  if (db === undefined) throw new Error('the store of known firms needs an open connection');
  const enterprises = db.collection<KnownEnterprise>('knownEnterprises');
  const memory = createKnownEnterpriseMemory(REMEMBERED);
  // Each reading goes back to the one before the last: a write may be stamped before it can be read.
  let [heardBefore, heard] = [new Date(0), new Date(0)];
  let hearsAt = 0;
  let hearing: Promise<void> | undefined;

  async function hear(): Promise<void> {
    const hearsNext = now() + HEARS_EVERY;
    const learned = enterprises.find({ learnedAt: { $gt: heardBefore } }).sort({ learnedAt: -1 });
    const newest = await learned.limit(REMEMBERED).toArray();
    // Perhaps more was learned than was read.
    if (newest.length === REMEMBERED) memory.forgetAll();
    for (const enterprise of newest) memory.remember(enterprise);
    [heardBefore, heard] = [heard, newest[0]?.learnedAt ?? heard];
    hearsAt = hearsNext;
  }

  async function catchUp(): Promise<void> {
    hearing ??= hear().finally(() => {
      hearing = undefined;
    });
    await hearing;
  }

  async function lookUp(enterpriseId: string): Promise<KnownEnterprise | null> {
    const found = await enterprises.findOne({ _id: enterpriseId });
    if (found !== null) memory.remember(found);
    return found;
  }

  return {
    open: async () => {
      await enterprises.createIndexes([{ key: { learnedAt: 1 }, name: 'by-learned-at' }]);
      await catchUp();
    },
    learn: async (enterpriseId: string, version: number, facts: Partial<Facts>) => {
      await putNewer(enterprises, enterpriseId, version, facts, 'learnedAt');
      memory.forget(enterpriseId);
    },
    find: async (enterpriseId: string): Promise<KnownEnterprise | null> => {
      if (now() >= hearsAt) await catchUp();
      return memory.get(enterpriseId) ?? lookUp(enterpriseId);
    },
  };
}
