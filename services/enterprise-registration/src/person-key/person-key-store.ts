import { isOnlyDuplicates } from '@qucheng/service-kit';
import type { Connection } from 'mongoose';
import type { DataKey, MasterKey } from './data-key.ts';

/** Whose key: a young employee, a firm's contact, or the rows of an uploaded file. */
interface KeyDocument {
  readonly _id: string;
  readonly streetId: string;
  /** The firm the person belongs to; null for files. */
  readonly enterpriseId: string | null;
  /** null once the person was erased. */
  readonly wrapped: string | null;
  readonly destroyedAt?: Date;
}

export interface KeyOwner {
  readonly id: string;
  readonly enterpriseId: string | null;
}

/** Keys of people, wrapped. Also the index from a person to the firm, which stays when the key is gone. */
export function createPersonKeyStore(connection: Connection, master: MasterKey) {
  const keys = connection.collection<KeyDocument>('person-keys');
  const subject = (streetId: string, id: string) => `${streetId}/${id}`;
  const unwrap = ({ _id, streetId, wrapped }: KeyDocument): DataKey | undefined =>
    wrapped === null ? undefined : master.unwrap(wrapped, subject(streetId, _id));

  /** Keys of those of a street who still have one. */
  async function open(streetId: string, ids: readonly string[]): Promise<Map<string, DataKey>> {
    const found = ids.length === 0 ? [] : await keys.find({ _id: { $in: [...ids] } }).toArray();
    return new Map(
      found
        .filter((document) => document.streetId === streetId)
        .map((document) => [document._id, unwrap(document)] as const)
        .filter((entry): entry is [string, DataKey] => entry[1] !== undefined),
    );
  }

  return {
    open,

    /** Keys for new people; whoever has one already keeps it. One write for all. */
    async ensure(streetId: string, owners: readonly KeyOwner[]): Promise<Map<string, DataKey>> {
      if (owners.length === 0) return new Map();
      const made = owners.map(({ id, enterpriseId }) => ({
        id,
        enterpriseId,
        ...master.create(subject(streetId, id)),
      }));
      const documents = made.map(({ id, enterpriseId, wrapped }): KeyDocument => ({
        _id: id,
        streetId,
        enterpriseId,
        wrapped,
      }));
      try {
        await keys.insertMany(documents, { ordered: false });
        return new Map(made.map(({ id, key }) => [id, key]));
      } catch (error) {
        if (!isOnlyDuplicates(error)) throw error;
        return open(
          streetId,
          owners.map(({ id }) => id),
        );
      }
    },

    /** The firm of a person of this street. */
    async enterpriseOf(streetId: string, id: string): Promise<string | undefined> {
      const found = await keys.findOne({ _id: id });
      return found?.streetId === streetId ? (found.enterpriseId ?? undefined) : undefined;
    },

    /** For good: nothing sealed with this key can be read again, in no copy of the log. */
    async destroy(streetId: string, id: string): Promise<void> {
      const found = await keys.findOne({ _id: id });
      if (found?.streetId !== streetId || found.wrapped === null) return;
      await keys.updateOne(
        { _id: id },
        { $set: { wrapped: null, destroyedAt: new Date() } },
        { writeConcern: { w: 'majority', journal: true } },
      );
    },
  };
}
export type PersonKeyStore = ReturnType<typeof createPersonKeyStore>;
