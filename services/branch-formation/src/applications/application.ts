import type { EventData } from '@qucheng/contracts';
import type { Commit } from '@qucheng/event-store';
import { formationKind } from '../formation/formation.ts';
import type { FormationEvent } from '../formation/formation-events.ts';

export type ApplicationStatus = 'pending' | 'returned' | 'approved';

/** One application: finds its firm, and the firm of the branch that came of it. */
export interface ApplicationDocument {
  /** applicationId */
  readonly _id: string;
  readonly streetId: string;
  readonly enterpriseId: string;
  readonly status: ApplicationStatus;
  readonly applied?: EventData<'FoundingApplied'> & { readonly reason: string };
  readonly branchId?: string;
}

/** What one event says of an application. */
export interface ApplicationChange {
  readonly applicationId: string;
  readonly facts: Pick<ApplicationDocument, 'streetId' | 'enterpriseId' | 'applied'>;
  readonly status: ApplicationStatus;
  readonly branchId?: string;
}

/** An application is pending once and final once, so these changes may come in any order and any number of times. */
export function changesOf({ stream, streetId, events }: Commit): ApplicationChange[] {
  if (!stream.startsWith(`${formationKind.name}-`)) return [];
  // Streams of this kind hold nothing else.
  return (events as readonly FormationEvent[]).flatMap((event): ApplicationChange[] => {
    switch (event.type) {
      case 'FoundingApplied': {
        const { paper, ...data } = event.data;
        const { applicationId, enterpriseId } = data;
        const applied = { ...data, reason: paper.reason };
        return [{ applicationId, facts: { streetId, enterpriseId, applied }, status: 'pending' }];
      }
      case 'ApplicationReturned': {
        const { applicationId, enterpriseId } = event.data;
        return [{ applicationId, facts: { streetId, enterpriseId }, status: 'returned' }];
      }
      case 'FoundingApproved': {
        const { applicationId, enterpriseId, branchId } = event.data;
        return [{ applicationId, facts: { streetId, enterpriseId }, status: 'approved', branchId }];
      }
      default:
        return [];
    }
  });
}

/** Whether the list holds this change already. */
export function isIn(known: ApplicationDocument | undefined, { status }: ApplicationChange): boolean {
  return status === 'pending' ? known?.applied !== undefined : known?.status === status;
}
