import type { Connection } from 'mongoose';

export interface StreetDocument {
  readonly _id: string;
  readonly name: string;
}

/** Which streets there are. The facts about each are in its stream. */
export function createStreetStore({ db }: Connection) {
  if (db === undefined) throw new Error('the street store needs an open connection');
  const collection = db.collection<StreetDocument>('streets');
  return {
    keep: async ({ _id, name }: StreetDocument): Promise<void> => {
      await collection.updateOne({ _id }, { $set: { name } }, { upsert: true });
    },
    list: (): Promise<StreetDocument[]> => collection.find().sort({ _id: 1 }).toArray(),
  };
}
export type StreetStore = ReturnType<typeof createStreetStore>;
