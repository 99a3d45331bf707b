import type { Connection } from 'mongoose';
import type { Area } from '../branch-name/branch-name.ts';

interface StreetDocument extends Area {
  /** streetId */
  readonly _id: string;
}

/** What names of branches need to know of a street. */
export interface StreetStore {
  keep(streetId: string, area: Area): Promise<void>;
  areaOf(streetId: string): Promise<Area | null>;
}

export function createStreetStore({ connection }: { readonly connection: Connection }): StreetStore {
  const streets = connection.collection<StreetDocument>('streets');
  return {
    keep: async (streetId, area) => {
      await streets.replaceOne({ _id: streetId }, area, { upsert: true });
    },
    areaOf: (streetId) => streets.findOne({ _id: streetId }),
  };
}
