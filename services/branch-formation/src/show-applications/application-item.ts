import type { ApplicationItem } from '@qucheng/contracts';
import { daysBetween } from '@qucheng/service-kit';
import type { Rules } from '@qucheng/service-kit';
import type { ApplicationDocument } from '../applications/application.ts';
import type { Area } from '../branch-name/branch-name.ts';
import type { Formation } from '../formation/formation.ts';
import { suggestedNames } from '../show-formation/formation-view.ts';
import { warningsOf } from '../show-formation/warnings.ts';

export interface Reading {
  readonly version: number;
  readonly rules: Rules;
  readonly today: string;
  readonly area: Area | null;
}

/** One application with what the secretary needs to decide; undefined while its paper is still on its way into the list. */
export function applicationItem(
  { _id, enterpriseId, status, applied }: ApplicationDocument,
  formation: Formation,
  { version, rules, today, area }: Reading,
): ApplicationItem | undefined {
  if (applied === undefined) return undefined;
  const { form, reason, candidates, members, le35, on } = applied;
  const isCurrent = formation.application?.applicationId === _id;
  return {
    applicationId: _id,
    enterpriseId,
    enterpriseName: formation.firm.facts.name?.value ?? '',
    communityId: formation.firm.facts.communityId?.value ?? null,
    version,
    status,
    route: formation.route?.route ?? null,
    form,
    reason,
    candidates,
    members,
    le35,
    on,
    daysWaiting: status === 'pending' ? daysBetween(on, today) : 0,
    daysAllowed: rules.number('approval.days'),
    suggestedName: suggestedNames(formation, area).suggestedName,
    warnings: isCurrent ? warningsOf(formation, rules, today) : [],
  };
}
