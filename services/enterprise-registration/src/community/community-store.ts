import { setTimeout } from 'node:timers/promises';
import { comparisonKey } from '@qucheng/documents';
import type { Connection } from 'mongoose';

const LOOKS = 6;
const LOOK_AGAIN_MS = 100;

interface CommunityDocument {
  readonly _id: string;
  readonly streetId: string;
  readonly name: string;
}
interface StreetDocument {
  readonly _id: string;
  readonly name: string;
  readonly district: string;
}

/** Streets and communities as the street office names them: a ledger's words for a community become its id. */
export function createCommunityStore(connection: Connection) {
  const communities = connection.collection<CommunityDocument>('communities');
  const streets = connection.collection<StreetDocument>('streets');

  return {
    async createIndexes(): Promise<void> {
      await communities.createIndex({ streetId: 1 });
    },

    async keepStreet(streetId: string, name: string, district: string): Promise<void> {
      await streets.replaceOne({ _id: streetId }, { name, district }, { upsert: true });
    },

    async keepCommunity(streetId: string, communityId: string, name: string): Promise<void> {
      await communities.replaceOne({ _id: communityId }, { streetId, name }, { upsert: true });
    },

    /** Looks again for a moment before it says no: somebody may have added the community in the same breath. */
    async has(streetId: string, communityId: string): Promise<boolean> {
      for (let looks = 0; looks < LOOKS; looks += 1) {
        if (looks > 0) await setTimeout(LOOK_AGAIN_MS);
        const found = await communities.findOne({ _id: communityId });
        if (found !== null) return found.streetId === streetId;
      }
      return false;
    },

    /** Finds a community of the street by the words of an office: with or without 社区, with or without the street's name before. */
    async matcher(streetId: string): Promise<(words: string) => string | undefined> {
      const street = await streets.findOne({ _id: streetId });
      const known = new Map(
        (await communities.find({ streetId }).toArray()).map(({ _id, name }) => [communityKey(name), _id]),
      );
      const prefix = comparisonKey(street?.name ?? '');
      return (words) => {
        const key = communityKey(words);
        return (
          known.get(key) ?? (prefix !== '' && key.startsWith(prefix) ? known.get(key.slice(prefix.length)) : undefined)
        );
      };
    },
  };
}
export type CommunityStore = ReturnType<typeof createCommunityStore>;

function communityKey(words: string): string {
  const key = comparisonKey(words);
  return key.replace(/(社区居委会|居委会|社区|村委会)$/, '') || key;
}
