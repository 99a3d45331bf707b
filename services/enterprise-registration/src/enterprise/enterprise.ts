import type { EnterpriseRegistered, EnterpriseSource, Headcounts, OwnerAssigned } from '@qucheng/contracts';
import type { StreamKind } from '@qucheng/event-store';
import type { z } from 'zod';

export type Registered = z.infer<typeof EnterpriseRegistered>;
export type Source = z.infer<typeof EnterpriseSource>;

/** What the ledger keeps of a firm. No people. */
export type EnterpriseFacts = Omit<Registered, 'enterpriseId' | 'source' | 'contactIds' | 'ownerId'>;

/** A contact of the firm: a person, readable only with that person's key. `mark` tells equal contacts without reading them. */
export interface SealedContact {
  readonly contactId: string;
  readonly sealed: string;
  readonly mark: string;
}

export type EnterpriseEvent =
  | {
      readonly type: 'EnterpriseRegistered';
      readonly data: EnterpriseFacts & {
        readonly enterpriseId: string;
        readonly contacts: readonly SealedContact[];
        readonly ownerId: string | null;
        readonly source: Source;
      };
    }
  | {
      readonly type: 'EnterpriseCorrected';
      readonly data: {
        readonly enterpriseId: string;
        readonly changes: Partial<EnterpriseFacts>;
        readonly source: Source;
      };
    }
  | {
      readonly type: 'ContactsReplaced';
      readonly data: {
        readonly enterpriseId: string;
        readonly contacts: readonly SealedContact[];
        readonly source: Source;
      };
    }
  | { readonly type: 'OwnerAssigned'; readonly data: z.infer<typeof OwnerAssigned> };

export interface RegisteredEnterprise extends EnterpriseFacts {
  readonly status: 'registered';
  readonly enterpriseId: string;
  readonly contacts: readonly SealedContact[];
  readonly ownerId: string | null;
  readonly source: Source;
}
export type Enterprise = { readonly status: 'absent' } | RegisteredEnterprise;

export const UNKNOWN_HEADCOUNTS: Headcounts = {
  staff: null,
  le35: null,
  le28: null,
  members: null,
  partyMembers: null,
};

export const enterpriseKind: StreamKind<Enterprise, EnterpriseEvent> = {
  name: 'enterprise',
  initial: { status: 'absent' },
  evolve: (enterprise, event) => {
    if (event.type === 'EnterpriseRegistered') return { status: 'registered', ...event.data };
    if (enterprise.status === 'absent') return enterprise;
    switch (event.type) {
      case 'EnterpriseCorrected':
        return { ...enterprise, ...event.data.changes };
      case 'ContactsReplaced':
        return { ...enterprise, contacts: event.data.contacts };
      case 'OwnerAssigned':
        return { ...enterprise, ownerId: event.data.cadreId };
    }
  },
};
