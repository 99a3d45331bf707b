import type { ContractEvent } from '@qucheng/contracts';
import type { EnterpriseEvent } from './enterprise/enterprise.ts';
import type { ImportEvent } from './import-ledger/import.ts';
import type { RosterEvent } from './roster/roster.ts';

export type OwnEvent = EnterpriseEvent | RosterEvent | ImportEvent;

/** What leaves the service: facts and ids. Sealed fields stay, and so do events that are nobody else's business. */
export function toContract(event: OwnEvent): ContractEvent | null {
  switch (event.type) {
    case 'EnterpriseRegistered': {
      const { contacts, ...data } = event.data;
      return { type: event.type, data: { ...data, contactIds: contacts.map(({ contactId }) => contactId) } };
    }
    case 'YoungEmployeeRegistered': {
      const { sealed: _, ...data } = event.data;
      return { type: event.type, data };
    }
    case 'EnterpriseCorrected':
      return { type: event.type, data: event.data };
    case 'OwnerAssigned':
      return { type: event.type, data: event.data };
    case 'MemberVerified':
      return { type: event.type, data: event.data };
    case 'YoungEmployeeLeft':
      return { type: event.type, data: event.data };
    case 'RosterConfirmed':
      return { type: event.type, data: event.data };
    case 'ContactsReplaced':
    case 'PersonRevealed':
    case 'PersonErased':
    case 'ImportPrepared':
    case 'ImportCommitStarted':
    case 'ImportCommitted':
    case 'ImportFailed':
      return null;
  }
}
