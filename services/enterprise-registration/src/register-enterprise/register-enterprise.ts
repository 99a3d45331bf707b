import type { Decide } from '@qucheng/event-store';
import { refuseConflict } from '@qucheng/event-store';
import type { Enterprise, EnterpriseEvent, EnterpriseFacts, SealedContact, Source } from '../enterprise/enterprise.ts';

export interface RegisterFirm {
  readonly enterpriseId: string;
  readonly facts: EnterpriseFacts;
  readonly contacts: readonly SealedContact[];
  readonly source: Source;
}

export const registerEnterprise: Decide<RegisterFirm, Enterprise, EnterpriseEvent> = (command, enterprise) => {
  const { enterpriseId, facts, contacts, source } = command;
  if (enterprise.status === 'registered')
    return refuseConflict(facts.creditCode === null ? 'name-taken' : 'code-taken');
  return [{ type: 'EnterpriseRegistered', data: { enterpriseId, ...facts, contacts, ownerId: null, source } }];
};
