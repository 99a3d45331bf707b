import type { Role } from '@qucheng/contracts';
import { isOnlyDuplicates, orAbsent } from '@qucheng/service-kit';
import type { Connection } from 'mongoose';

export interface AccountDocument {
  readonly _id: string;
  readonly streetId: string;
  /** What is typed to sign in; unique in this installation. */
  readonly account: string;
  /** Work data of the office; in no event and no token. */
  readonly displayName: string;
  readonly role: Role;
  readonly communityIds: readonly string[] | null;
  readonly passwordHash: string;
  /** The command the password came with, so that the same one again is known; absent until it was changed once. */
  readonly passwordSetBy?: string;
  /** The street's day it was closed; absent while it is open. Its name stays for what it did. */
  readonly closedOn?: string;
}

type NewPassword = Required<Pick<AccountDocument, 'passwordHash' | 'passwordSetBy'>>;

export function createAccountStore({ db }: Connection) {
  if (db === undefined) throw new Error('the account store needs an open connection');
  const collection = db.collection<AccountDocument>('accounts');
  return {
    createIndexes: async (): Promise<void> => {
      await collection.createIndex({ account: 1 }, { unique: true, name: 'one-account-per-name' });
      await collection.createIndex({ streetId: 1 }, { name: 'accounts-of-a-street' });
    },
    /** false when the name was taken meanwhile; the same account again changes nothing. */
    add: async (account: AccountDocument): Promise<boolean> => {
      try {
        await collection.insertOne(account);
        return true;
      } catch (error) {
        if (!isOnlyDuplicates(error)) throw error;
        return (await collection.findOne({ account: account.account }))?._id === account._id;
      }
    },
    /** false when the password became another one since the account was read. */
    setPassword: async ({ _id, passwordHash }: AccountDocument, set: NewPassword): Promise<boolean> =>
      (await collection.updateOne({ _id, passwordHash }, { $set: set })).matchedCount === 1,
    /** The first day stays when it is closed twice. */
    close: async (accountId: string, closedOn: string): Promise<void> => {
      await collection.updateOne({ _id: accountId, closedOn: { $exists: false } }, { $set: { closedOn } });
    },
    byName: (account: string): Promise<AccountDocument | null> => collection.findOne({ account }),
    byId: (accountId: string): Promise<AccountDocument | null> => collection.findOne({ _id: accountId }),
    /** Throws 404 for what is not there and for accounts of another street alike. */
    ofOwnStreet: async (accountId: string, streetId: string): Promise<AccountDocument> =>
      orAbsent(await collection.findOne({ _id: accountId, streetId })),
    ofStreet: (streetId: string): Promise<AccountDocument[]> =>
      collection.find({ streetId }).sort({ _id: 1 }).limit(1_000).toArray(),
  };
}
export type AccountStore = ReturnType<typeof createAccountStore>;
