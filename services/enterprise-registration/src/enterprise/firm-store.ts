import type { Commit, Streams } from '@qucheng/event-store';
import { isOnlyDuplicates } from '@qucheng/service-kit';
import type { Logger } from '@qucheng/service-kit';
import type { Connection } from 'mongoose';
import { nameKey } from './claim-store.ts';
import type { Enterprise, EnterpriseEvent, EnterpriseFacts, RegisteredEnterprise } from './enterprise.ts';

/** A firm as the import compares it with a ledger's rows. */
export interface KnownFirm extends EnterpriseFacts {
  readonly enterpriseId: string;
  readonly contacts: readonly { readonly contactId: string; readonly mark: string }[];
}

interface FirmDocument extends Omit<KnownFirm, 'enterpriseId'> {
  readonly _id: string;
  readonly streetId: string;
  readonly version: number;
  readonly nameKey: string;
}

const PREFIX = 'enterprise-';
const TRY_AGAIN_MS = 500;

/** Firms by code and name: fed right after each commit, healed from the log at start. The streams stay the truth. */
export function createFirmStore(
  connection: Connection,
  enterprises: Pick<Streams<Enterprise, EnterpriseEvent>, 'load'>,
  log: Logger,
) {
  const firms = connection.collection<FirmDocument>('firms');
  /** Firms, and their streets, whose streams have gone on since they were listed. */
  const behind = new Map<string, string>();
  let applying: Promise<void> = Promise.resolve();
  let again: NodeJS.Timeout | undefined;
  let stopped = false;

  async function apply(changed: ReadonlyMap<string, string>): Promise<void> {
    const ids = [...changed.keys()];
    const stored = await firms.find({ _id: { $in: ids } }, { projection: { version: 1 } }).toArray();
    const versions = new Map(stored.map(({ _id, version }) => [_id, version]));
    const documents: FirmDocument[] = [];
    for (const [id, streetId] of changed) {
      const standing = await enterprises.load(streetId, id);
      if (standing?.state.status !== 'registered' || standing.version <= (versions.get(id) ?? 0)) continue;
      documents.push(documentOf(standing.state, streetId, standing.version));
    }
    await insert(documents.filter(({ _id }) => !versions.has(_id)));
    await replace(documents.filter(({ _id }) => versions.has(_id)));
  }

  async function insert(documents: FirmDocument[]): Promise<void> {
    if (documents.length === 0) return;
    try {
      await firms.insertMany(documents, { ordered: false });
    } catch (error) {
      if (!isOnlyDuplicates(error)) throw error;
    }
  }

  async function replace(documents: readonly FirmDocument[]): Promise<void> {
    if (documents.length === 0) return;
    const writes = documents.map(({ _id, ...replacement }) => ({ replaceOne: { filter: { _id }, replacement } }));
    await firms.bulkWrite(writes, { ordered: false });
  }

  async function applyBehind(): Promise<void> {
    const changed = new Map(behind);
    if (changed.size === 0) return;
    behind.clear();
    try {
      await apply(changed);
    } catch (error) {
      for (const [id, streetId] of changed) behind.set(id, streetId);
      throw error;
    }
  }

  /** One after the other: what was committed meanwhile goes together. */
  function catchUp(): Promise<void> {
    const turn = applying.then(applyBehind);
    applying = turn.catch(() => undefined);
    return turn;
  }

  // An import that looked into an old list would register a firm a second time.
  function catchUpUntilDone(): void {
    clearTimeout(again);
    catchUp().catch((error: unknown) => {
      log.warn({ error }, 'the list of firms is behind; trying again');
      clearTimeout(again);
      if (!stopped) again = setTimeout(catchUpUntilDone, TRY_AGAIN_MS);
    });
  }

  const find = async (filter: object): Promise<KnownFirm[]> =>
    (await firms.find(filter).toArray()).map(({ _id, ...firm }) => ({ ...firm, enterpriseId: _id }));

  return {
    async createIndexes(): Promise<void> {
      await firms.createIndex({ streetId: 1, creditCode: 1 });
      await firms.createIndex({ streetId: 1, nameKey: 1 });
    },

    onCommitted(commits: readonly Commit[]): void {
      const changed = enterprisesIn(commits);
      if (changed.size === 0) return;
      for (const [id, streetId] of changed) behind.set(id, streetId);
      catchUpUntilDone();
    },

    /** What is still behind then is healed at the next start. */
    stop: async (): Promise<void> => {
      stopped = true;
      clearTimeout(again);
      await applying;
    },

    /** The firms of a street with one of these codes or names. Throws while the list cannot be brought up to date. */
    async among(streetId: string, codes: readonly string[], names: readonly string[]): Promise<KnownFirm[]> {
      await catchUp();
      const byCode = await find({ streetId, creditCode: { $in: [...codes] } });
      const byName = await find({ streetId, nameKey: { $in: names.map(nameKey) } });
      return [...new Map([...byCode, ...byName].map((firm) => [firm.enterpriseId, firm])).values()];
    },

    /** Brings the list up to the log: what a crash between commit and list left out. */
    async heal(
      replay: (handle: (commits: readonly Commit[]) => Promise<void>, options: { kind: string }) => Promise<void>,
    ): Promise<void> {
      await replay((commits) => apply(enterprisesIn(commits)), { kind: 'enterprise' });
    },
  };
}
export type FirmStore = ReturnType<typeof createFirmStore>;

function enterprisesIn(commits: readonly Commit[]): Map<string, string> {
  return new Map(
    commits
      .filter(({ stream }) => stream.startsWith(PREFIX))
      .map(({ stream, streetId }) => [stream.slice(PREFIX.length), streetId]),
  );
}

function documentOf(firm: RegisteredEnterprise, streetId: string, version: number): FirmDocument {
  const { enterpriseId, contacts, creditCode, noCodeReason, name, industry, industryCode, serviceTrade } = firm;
  const { communityId, address, building, aboveScale, headcounts } = firm;
  const facts: EnterpriseFacts = {
    creditCode,
    noCodeReason,
    name,
    industry,
    industryCode,
    serviceTrade,
    communityId,
    address,
    building,
    aboveScale,
    headcounts,
  };
  const marks = contacts.map(({ contactId, mark }) => ({ contactId, mark }));
  return { ...facts, _id: enterpriseId, streetId, version, nameKey: nameKey(name), contacts: marks };
}
