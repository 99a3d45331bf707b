import type { Decide } from '@qucheng/event-store';
import { refuseAbsent } from '@qucheng/event-store';
import type { Enterprise, EnterpriseEvent } from '../enterprise/enterprise.ts';

export const assignOwner: Decide<{ cadreId: string | null; from: string }, Enterprise, EnterpriseEvent> = (
  { cadreId, from },
  enterprise,
) => {
  if (enterprise.status === 'absent') return refuseAbsent();
  if (enterprise.ownerId === cadreId) return [];
  return [{ type: 'OwnerAssigned', data: { enterpriseId: enterprise.enterpriseId, cadreId, from } }];
};
