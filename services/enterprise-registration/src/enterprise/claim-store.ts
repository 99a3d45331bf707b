import { comparisonKey } from '@qucheng/documents';
import { isOnlyDuplicates } from '@qucheng/service-kit';
import type { Connection } from 'mongoose';
import type { EnterpriseFacts } from './enterprise.ts';

interface ClaimDocument {
  readonly _id: string;
  readonly streetId: string;
  readonly enterpriseId: string;
}

type Identity = Pick<EnterpriseFacts, 'creditCode' | 'name' | 'communityId'>;

export interface WantedClaim {
  readonly key: string;
  /** The firm to be, if nobody holds the key. */
  readonly enterpriseId: string;
}

/** What makes a firm the same firm in a street: its code, or while it has none its name within its community. */
export function claimKey(streetId: string, { creditCode, name, communityId }: Identity): string {
  return creditCode === null
    ? `${streetId}:name:${communityId ?? ''}:${nameKey(name)}`
    : `${streetId}:code:${creditCode}`;
}

/** Names are compared without blanks, brackets' width and case. */
export function nameKey(name: string): string {
  return comparisonKey(name).slice(0, 150);
}

/**
 * Settles which stream a firm lives in before anything is committed. A claim is no registration: whoever comes second
 * gets the first one's firm, and that stream's decision says whether it is there already. So a claim left behind by a
 * crash is simply used by the next.
 */
export function createClaimStore(connection: Connection) {
  const claims = connection.collection<ClaimDocument>('claims');

  async function holders(keys: readonly string[]): Promise<Map<string, string>> {
    if (keys.length === 0) return new Map();
    const found = await claims.find({ _id: { $in: [...keys] } }).toArray();
    return new Map(found.map(({ _id, enterpriseId }) => [_id, enterpriseId]));
  }

  return {
    /** The firm each key stands for, claiming the free ones: two round trips however many there are. */
    async settle(streetId: string, wanted: readonly WantedClaim[]): Promise<Map<string, string>> {
      const held = await holders(wanted.map(({ key }) => key));
      const free = wanted.filter(({ key }) => !held.has(key));
      if (free.length === 0) return held;
      const documents = new Map(free.map(({ key, enterpriseId }) => [key, { _id: key, streetId, enterpriseId }]));
      try {
        await claims.insertMany([...documents.values()], { ordered: false });
        for (const { _id, enterpriseId } of documents.values()) held.set(_id, enterpriseId);
        return held;
      } catch (error) {
        if (!isOnlyDuplicates(error)) throw error;
        return holders(wanted.map(({ key }) => key)); // somebody was faster with some of them
      }
    },
  };
}
export type ClaimStore = ReturnType<typeof createClaimStore>;
