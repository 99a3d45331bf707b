import { refuse, refuseAbsent } from '@qucheng/event-store';
import type { DecideFormation } from '../formation/consequences.ts';
import { ownerDeclines } from '../formation/evidence-guards.ts';
import { item } from '../formation/item.ts';
import { isKnownInFirm } from '../formation/people.ts';
import { WRITTEN } from '../formation/written-rules.ts';

export const nameLiaison: DecideFormation<{ readonly personId: string }> = (
  { personId },
  formation,
  { enterpriseId, today },
) => {
  if (!formation.firm.registered) return refuseAbsent('unknown-enterprise');
  if (!isKnownInFirm(formation, personId))
    return refuse('person-unknown', [
      item('personInFirm', 'liaisonNamed', WRITTEN.liaison, { field: 'personId', action: 'register-youth' }),
    ]);
  if (ownerDeclines(formation))
    return refuse('owner-declines', [
      item('ownerAttitude', 'liaisonNamed', WRITTEN.ownerAttitude, { action: 'log-visit' }),
    ]);
  if (formation.liaison?.personId === personId) return [];
  return [{ type: 'LiaisonNamed', data: { enterpriseId, personId, on: today } }];
};
