import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEventStore } from '@qucheng/event-store';
import type { Commit } from '@qucheng/event-store';
import { findTable, readWorkbook } from '@qucheng/documents';
import { freshDatabase } from '@qucheng/testing';
import type { FreshDatabase } from '@qucheng/testing';
import { ulid } from 'ulid';
import { createCommunityStore } from '../community/community-store.ts';
import { createClaimStore } from '../enterprise/claim-store.ts';
import { enterpriseKind } from '../enterprise/enterprise.ts';
import { createFirmStore } from '../enterprise/firm-store.ts';
import { createMasterKey } from '../person-key/data-key.ts';
import { createPersonKeyStore } from '../person-key/person-key-store.ts';
import { commitImport } from './commit-import.ts';
import { importKind, prepareImport, startCommit } from './import.ts';
import { createImportRowStore } from './import-row-store.ts';
import { LEDGER_COLUMNS } from './ledger-columns.ts';
import { prepareRows } from './prepare-rows.ts';

const ledger = readFileSync(join(__dirname, '../../demo-data/ledger-jianghai-2026.xlsx'));
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

describe('an import that breaks off', () => {
  let database: FreshDatabase;
  beforeEach(async () => {
    database = await freshDatabase('broken-import');
  });
  afterEach(() => database.drop());

  /** This service's parts as one process has them; a second call is the process after a crash. */
  async function openProcess(masterKey: string) {
    const connection = await database.connect();
    const published: Commit[] = [];
    const events = createEventStore({
      connection,
      log,
      leaseMs: 500,
      publish: (commits) => Promise.resolve(void published.push(...commits)),
    });
    await events.start();
    const enterprises = events.streams(enterpriseKind);
    const personKeys = createPersonKeyStore(connection, createMasterKey(masterKey));
    const firms = createFirmStore(connection, enterprises, log as never); // the store only logs
    const deps = {
      enterprises,
      personKeys,
      firms,
      claims: createClaimStore(connection),
      communities: createCommunityStore(connection),
    };
    const importRows = createImportRowStore(connection);
    await importRows.createIndexes();
    return { ...deps, events, published, imports: events.streams(importKind), importRows };
  }
  type Process = Awaited<ReturnType<typeof openProcess>>;

  async function upload(process: Process, streetId: string): Promise<string> {
    const importId = ulid();
    const workbook = await readWorkbook(ledger);
    const table = findTable(workbook, LEDGER_COLUMNS);
    const sheet = workbook.sheets[0];
    const fileKey = (await process.personKeys.ensure(streetId, [{ id: importId, enterpriseId: null }])).get(importId);
    if (table === undefined || sheet === undefined || fileKey === undefined)
      throw new Error('the ledger is not readable');
    const { rows, counts } = await prepareRows(process, streetId, sheet, table, fileKey);
    const { columns, headerRow } = table;
    const context = { commandId: importId, streetId, by: ulid(), through: 'web', at: new Date().toISOString() };
    const prepared = {
      importId,
      kind: 'enterprises',
      file: 'a.xlsx',
      sha256: '',
      sheet: sheet.name,
      headerRow,
      columns,
      counts,
    } as const;
    await process.imports.handle(context, importId, prepareImport, prepared, {});
    await process.importRows.keep(importId, rows);
    const none = { rows: counts.rows, new: 0, changed: 0, same: 0, refused: 0 };
    await process.importRows.keepProgress({ importId, streetId, committing: true, done: 0, lastRow: 0, counts: none });
    await process.imports.handle({ ...context, commandId: ulid() }, importId, startCommit, { importId }, {});
    return importId;
  }

  const registrations = (commits: readonly Commit[]) =>
    commits.flatMap(({ events }) => events.filter(({ type }) => type === 'EnterpriseRegistered'));

  it.each([
    ['after its first page was noted', true],
    ['after its first page was written and before it was noted', false],
  ])('goes on where it stopped when it dies %s, and registers every firm once', async (_, noted) => {
    const masterKey = randomBytes(32).toString('base64');
    const streetId = ulid();
    const first = await openProcess(masterKey);
    const importId = await upload(first, streetId);
    const die = () => Promise.reject(new Error('killed'));
    const importRows = noted ? first.importRows : { ...first.importRows, keepProgress: die };
    await expect(commitImport({ ...first, importRows, afterPage: die }, streetId, importId)).rejects.toThrow('killed');
    await first.events.settled();
    const before = registrations(first.published).length;
    expect(before).toBeGreaterThan(200);

    const second = await openProcess(masterKey);
    await commitImport(second, streetId, importId);
    await second.events.settled();
    expect((await second.imports.load(streetId, importId))?.state).toMatchObject({
      status: 'committed',
      counts: { rows: 656, new: 618, changed: 0, same: 16, refused: 22 },
    });
    expect(before + registrations(second.published).length).toBe(618);
    expect(await second.importRows.unfinished()).toEqual([]);
    await Promise.all([first.events.stop(), second.events.stop()]);
  });

  it('registers every firm once when two workers write the same file at the same time', async () => {
    const masterKey = randomBytes(32).toString('base64');
    const streetId = ulid();
    const [one, two] = [await openProcess(masterKey), await openProcess(masterKey)];
    const importId = await upload(one, streetId);
    await Promise.all([commitImport(one, streetId, importId), commitImport(two, streetId, importId)]);
    await Promise.all([one.events.settled(), two.events.settled()]);
    expect(registrations([...one.published, ...two.published])).toHaveLength(618);
    await Promise.all([one.events.stop(), two.events.stop()]);
  });
});
