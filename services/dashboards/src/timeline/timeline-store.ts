import { isOnlyDuplicates } from '@qucheng/service-kit';
import type { Connection } from 'mongoose';

/** One event of a firm's life. `_id` is the event's id, so a second delivery finds it there. */
export interface TimelineDocument {
  readonly _id: string;
  readonly streetId: string;
  readonly enterpriseId: string;
  readonly type: string;
  readonly at: string;
  readonly on: string;
  readonly by: string;
  readonly through: string;
  readonly data: object;
}

export type TimelineStore = ReturnType<typeof createTimelineStore>;

export function createTimelineStore(connection: Connection) {
  const entries = connection.collection<TimelineDocument>('timeline');

  return {
    async createIndexes(): Promise<void> {
      await entries.createIndexes([{ key: { enterpriseId: 1, at: -1, _id: -1 } }]);
    },

    /** Adds entries; those that are there already stay as they are. One write, one sync to disk. */
    async add(documents: readonly TimelineDocument[]): Promise<void> {
      if (documents.length === 0) return;
      try {
        await entries.insertMany([...documents], { ordered: false });
      } catch (error) {
        if (!isOnlyDuplicates(error)) throw error;
      }
    },

    /** Newest first; `before` is the place after which the page goes on. */
    async page(
      streetId: string,
      enterpriseId: string,
      { types, before, limit }: { types?: readonly string[]; before?: readonly [string, string]; limit: number },
    ): Promise<TimelineDocument[]> {
      const older = before && { $or: [{ at: { $lt: before[0] } }, { at: before[0], _id: { $lt: before[1] } }] };
      return entries
        .find({ enterpriseId, streetId, ...(types && { type: { $in: [...types] } }), ...older })
        .sort({ at: -1, _id: -1 })
        .limit(limit)
        .toArray();
    },
  };
}
