import type { Connection } from 'mongoose';

/** What this service knows of a young employee: which firm, and whether still there. */
export interface KnownPerson {
  readonly _id: string;
  readonly streetId: string;
  readonly enterpriseId: string;
  readonly leftOn: string | null;
}

export type KnownPersonStore = ReturnType<typeof createKnownPersonStore>;

export function createKnownPersonStore({ db }: Connection) {
  if (db === undefined) throw new Error('the store of known people needs an open connection');
  const people = db.collection<KnownPerson>('knownPeople');
  return {
    // The first event of a person always says the same, and leaving is for good: no version is needed.
    arrive: (person: Omit<KnownPerson, 'leftOn'>) =>
      people.updateOne({ _id: person._id }, { $setOnInsert: { ...person, leftOn: null } }, { upsert: true }),
    leave: (personId: string, leftOn: string) => people.updateOne({ _id: personId }, { $set: { leftOn } }),
    find: (personId: string) => people.findOne({ _id: personId }),
  };
}
