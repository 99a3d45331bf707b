import type { RowFate } from '@qucheng/contracts';
import type { CommandContext } from '@qucheng/event-store';
import { isRefusal } from '@qucheng/event-store';
import { claimKey } from '../enterprise/claim-store.ts';
import type { ClaimStore } from '../enterprise/claim-store.ts';
import { derivedId } from '../enterprise/derived-id.ts';
import type { Enterprises } from '../enterprise/enterprise-in-reach.ts';
import type { RegisteredEnterprise } from '../enterprise/enterprise.ts';
import { sealContact } from '../enterprise/seal-contacts.ts';
import type { DataKey } from '../person-key/data-key.ts';
import type { PersonKeyStore } from '../person-key/person-key-store.ts';
import { applyLedgerRow } from './apply-ledger-row.ts';
import type { ApplyLedgerRow } from './apply-ledger-row.ts';
import type { StoredRow } from './import-row-store.ts';
import { firmsWithKeys } from './firms-with-keys.ts';
import { RowContent } from './row-content.ts';

export interface RowWriterDeps {
  readonly enterprises: Enterprises;
  readonly claims: ClaimStore;
  readonly personKeys: PersonKeyStore;
}

/** Who imports what, and when: the same for every row of a file. */
export interface ImportFacts {
  readonly importId: string;
  readonly streetId: string;
  readonly by: string;
  readonly at: string;
  readonly file: string;
  readonly on: string;
}

export interface WrittenRow {
  readonly row: number;
  readonly fate: RowFate;
  /** Set when the row was refused only now. */
  readonly refusal: string | null;
}

type Reading = NonNullable<RowContent['reading']>;
interface Task {
  readonly row: number;
  /** What the preview said. */
  readonly planned: RowFate;
  readonly enterpriseId: string;
  readonly reading: Reading;
}

/**
 * Writes a page of rows: a few round trips for claims and keys, then all commands at once, which the store flushes
 * together. Every row's commandId is its place in the file, so a page written twice changes nothing.
 */
export async function writeRows(
  deps: RowWriterDeps,
  facts: ImportFacts,
  fileKey: DataKey,
  page: readonly StoredRow[],
): Promise<WrittenRow[]> {
  const settled = page.filter(({ fate, repeats }) => fate === 'refused' || repeats !== null);
  const open = page.flatMap((stored) => {
    if (stored.fate === null || stored.fate === 'refused' || stored.repeats !== null) return [];
    const { reading } = RowContent.parse(fileKey.open(stored.sealed));
    return reading === null ? [] : [{ stored, planned: stored.fate, reading }];
  });
  const wanted = open.map(({ stored, reading }) => ({
    key: claimKey(facts.streetId, reading.facts),
    enterpriseId: stored.enterpriseId ?? derivedId(facts.importId, `row ${String(stored.row)}`),
  }));
  const held = await deps.claims.settle(facts.streetId, wanted);
  const tasks: Task[] = [];
  const written: WrittenRow[] = settled.map(({ row, fate }) => ({ row, fate: fate ?? 'same', refusal: null }));
  for (const [index, { stored, planned, reading }] of open.entries()) {
    const enterpriseId = held.get(wanted[index]?.key ?? '') ?? wanted[index]?.enterpriseId ?? '';
    // The preview knew the firm by another name or place, and by now somebody else holds its code.
    const isTaken = stored.enterpriseId !== null && stored.enterpriseId !== enterpriseId;
    if (isTaken) written.push({ row: stored.row, fate: 'refused', refusal: 'code-taken' });
    else tasks.push({ row: stored.row, planned, enterpriseId, reading });
  }
  return [...written, ...(await writeTasks(deps, facts, tasks))];
}

async function writeTasks(deps: RowWriterDeps, facts: ImportFacts, tasks: readonly Task[]): Promise<WrittenRow[]> {
  const known = await firmsWithKeys(
    deps,
    facts.streetId,
    tasks.map(({ enterpriseId }) => enterpriseId),
  );
  const contactId = ({ row }: Task) => derivedId(facts.importId, `contact ${String(row)}`);
  const marksOf = ({ enterpriseId, reading: { contact } }: Task) =>
    Object.fromEntries(
      contact === null ? [] : (known.get(enterpriseId)?.keys ?? []).map(([id, key]) => [id, key.mark(contact)]),
    );
  const needing = tasks.filter((task) => {
    const marks = marksOf(task);
    return (
      task.reading.contact !== null &&
      !known.get(task.enterpriseId)?.firm.contacts.some((contact) => marks[contact.contactId] === contact.mark)
    );
  });
  const owners = needing.map((task) => ({ id: contactId(task), enterpriseId: task.enterpriseId }));
  const keys = await deps.personKeys.ensure(facts.streetId, owners);
  return Promise.all(
    tasks.map((task) => {
      const { row, enterpriseId, reading } = task;
      const key = keys.get(contactId(task));
      const contact =
        key === undefined || reading.contact === null ? null : sealContact(contactId(task), reading.contact, key);
      const source = { kind: 'import', importId: facts.importId, file: facts.file, row, on: facts.on } as const;
      const command = { enterpriseId, facts: reading.facts, contact, marks: marksOf(task), source };
      return writeTask(deps, facts, task, command, known.get(enterpriseId)?.firm);
    }),
  );
}

async function writeTask(
  { enterprises }: RowWriterDeps,
  { importId, streetId, by, at }: ImportFacts,
  { row, planned, enterpriseId }: Task,
  command: ApplyLedgerRow,
  firm: RegisteredEnterprise | undefined,
): Promise<WrittenRow> {
  // What says nothing new needs no command; most rows of a ledger that comes every month are like that.
  if (planned === 'same' && firm !== undefined && saysNothingNew(command, firm))
    return { row, fate: 'same', refusal: null };
  const context: CommandContext = {
    commandId: `import~${importId}~${String(row)}`,
    streetId,
    by,
    at,
    through: `import:${importId}`,
    correlationId: importId,
  };
  const outcome = await enterprises.handle(context, enterpriseId, applyLedgerRow, command, {});
  if (isRefusal(outcome)) return { row, fate: 'refused', refusal: outcome.code };
  const [first] = outcome.events;
  if (first === undefined) return { row, fate: 'same', refusal: null };
  return { row, fate: first.type === 'EnterpriseRegistered' ? 'new' : 'changed', refusal: null };
}

function saysNothingNew(command: ApplyLedgerRow, firm: RegisteredEnterprise): boolean {
  const decided = applyLedgerRow(command, firm, {});
  return !isRefusal(decided) && decided.length === 0;
}
