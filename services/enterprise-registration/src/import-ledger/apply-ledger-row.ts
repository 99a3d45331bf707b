import type { Decide } from '@qucheng/event-store';
import { correctionsOf } from '../enterprise/correct-facts.ts';
import type { Enterprise, EnterpriseEvent, EnterpriseFacts, SealedContact, Source } from '../enterprise/enterprise.ts';

export interface ApplyLedgerRow {
  readonly enterpriseId: string;
  readonly facts: EnterpriseFacts;
  readonly contact: SealedContact | null;
  /** The row's contact as the key of each known contact would mark it: tells whether it is one of them. */
  readonly marks: Readonly<Record<string, string>>;
  readonly source: Source;
}

/** Registers a new firm, corrects a known one, and does nothing where the ledger says nothing new. */
export const applyLedgerRow: Decide<ApplyLedgerRow, Enterprise, EnterpriseEvent> = (command, enterprise) => {
  const { enterpriseId, facts, contact, marks, source } = command;
  if (enterprise.status === 'absent') {
    const contacts = contact === null ? [] : [contact];
    return [{ type: 'EnterpriseRegistered', data: { enterpriseId, ...facts, contacts, ownerId: null, source } }];
  }
  const events: EnterpriseEvent[] = [];
  const changes = correctionsOf(enterprise, facts);
  if (Object.keys(changes).length > 0)
    events.push({ type: 'EnterpriseCorrected', data: { enterpriseId, changes, source } });
  const isKnown = enterprise.contacts.some(({ contactId, mark }) => marks[contactId] === mark);
  if (contact !== null && !isKnown) {
    // The ledger has one contact per firm; those added by hand stay behind it.
    const contacts = [contact, ...enterprise.contacts.slice(1)];
    events.push({ type: 'ContactsReplaced', data: { enterpriseId, contacts, source } });
  }
  return events;
};
